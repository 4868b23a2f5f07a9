import type { ComponentType } from "react";

/** An icon of the set that the kit draws with; always decoration, its meaning is said in words beside it or as a label. */
export type Icon = ComponentType<{ className?: string | undefined; "aria-hidden": true }>;
