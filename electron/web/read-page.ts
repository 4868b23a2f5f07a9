/**
 * The built page, read whole at the start. What is served is looked up in here and nowhere else: no path is ever put together from a
 * request, and a file that appears later does not exist.
 */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

export interface PageFile {
	readonly bytes: Buffer;
	readonly contentType: string;
	/** Its name holds a hash of what is in it, so that a browser may keep it. */
	readonly isHashed: boolean;
}

/** By the path that a request names it with. */
export type Page = ReadonlyMap<string, PageFile>;

/** What is not of these kinds, source maps among it, is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".ico": "image/x-icon",
	".woff2": "font/woff2",
};

/** null = it has not been built. */
export async function readPage(folder: string): Promise<Page | null> {
	const files = new Map<string, PageFile>();
	try {
		const index = await readFile(join(folder, "web.html"));
		files.set("/", { bytes: index, contentType: "text/html; charset=utf-8", isHashed: false });
		for (const name of await readdir(folder, { recursive: true })) {
			const contentType = CONTENT_TYPES[extname(name)];
			if (contentType === undefined) continue;
			const path = `/${name.split(sep).join("/")}`;
			files.set(path, { bytes: await readFile(join(folder, name)), contentType, isHashed: path.startsWith("/assets/") });
		}
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
		throw error;
	}
	return files;
}
