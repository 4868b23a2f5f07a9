/** Which of those beside it a thing has to stand before, to be one place further up or down; null = the end, undefined = it is there already. */
export function readBeforeId(beside: readonly string[], id: string, direction: "up" | "down"): string | null | undefined {
	const index = beside.indexOf(id);
	if (index === -1) return undefined;
	if (direction === "up") return beside[index - 1];
	return index === beside.length - 1 ? undefined : (beside[index + 2] ?? null);
}
