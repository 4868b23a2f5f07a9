/** Every text by its path. */
export function flattenTexts(tree: object, path = ""): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(tree).flatMap(([key, value]): [string, string][] =>
			typeof value === "string" ? [[`${path}${key}`, value]] : [...flattenTexts(value, `${path}${key}.`)],
		),
	);
}
