/** Class names that apply, as one attribute; what is false or absent is left out. */
export function joinClasses(...names: readonly (string | false | null | undefined)[]): string {
	return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
