/** What the page remembers on this device. Its own storage may be full, forbidden, or hold anything at all: nobody is kept from working. */

/** The value under this key as it was written; an empty record where there is none that can be read. */
export function readStored(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(key) ?? "{}");
	} catch {
		return {};
	}
}

export function writeStored(key: string, value: unknown): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// Remembering is a comfort: without storage the page begins as it does on a new device.
	}
}

/** Members of something stored, whatever it is. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Those of the names under which a width stands that can be one. */
export function readWidths<Name extends string>(stored: unknown, names: readonly Name[]): Partial<Record<Name, number>> {
	const widths = readRecord(stored);
	const sound = names.flatMap((name) => {
		const px = widths[name];
		return typeof px === "number" && Number.isFinite(px) && px > 0 ? [[name, px] as const] : [];
	});
	return Object.fromEntries(sound) as Partial<Record<Name, number>>;
}
