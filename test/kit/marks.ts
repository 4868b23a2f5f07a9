import type { MarkColour } from "../../renderer/ui/mark.tsx";

export const MARKS = ["blue", "green", "amber", "red", "violet", "teal", "pink", "lime"] as const satisfies readonly MarkColour[];
