/** Lays the JSON out; in the composer alone. */
export const FORMAT_SHORTCUT = "alt+shift+f";
