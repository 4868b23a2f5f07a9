/** What a control of the kit page does: be looked at. */
export function ignore(): void {}
