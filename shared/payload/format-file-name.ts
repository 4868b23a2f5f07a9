/** A topic as the name of a file: letters, digits and a few signs, so that no system takes any of it for something else. */

const LONGEST = 80;
// Names that Windows keeps for devices, whatever comes behind a dot.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

export function formatFileName(topic: string, extension: string): string {
	const plain = topic
		.replace(/[^\p{L}\p{N}_-]+/gu, "-")
		.replace(/^-+|-+$/g, "")
		.slice(-LONGEST)
		.replace(/^\p{M}+|^-+/gu, "")
		.toWellFormed();
	const stem = plain === "" || RESERVED.test(plain) ? `message${plain === "" ? "" : `-${plain}`}` : plain;
	return `${stem}.${extension}`;
}
