/**
 * `parley://app/`: the page's own scheme, so that it has an origin of its own and no right to read files. The files are listed once at
 * the start; a name that is not in the list does not exist, whatever it looks like, and no path is ever put together from a request.
 */
import { readdir, readFile } from "node:fs/promises";
import { extname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { protocol } from "electron";
import { PAGE_HEADERS } from "./page-policy.ts";

export const PAGE_URL = "parley://app/desktop.html";

/** Our own document, at whatever place in it. */
export function isPage(url: string): boolean {
	return url === PAGE_URL || url.startsWith(`${PAGE_URL}#`);
}

/** Bytes that our own document has named by an address, e.g. a payload to be saved. */
export function isOwnBlob(url: string): boolean {
	return url.startsWith(`blob:${SCHEME}://app/`);
}

const SCHEME = "parley";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".woff2": "font/woff2",
	".json": "application/json; charset=utf-8",
};

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
	protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } }]);
}

export async function servePage(pageFolder: URL): Promise<void> {
	const files = await listFiles(pageFolder);
	protocol.handle(SCHEME, async (request) => {
		const url = new URL(request.url);
		const file = url.host === "app" ? files.get(url.pathname) : undefined;
		if (request.method !== "GET" || file === undefined) return new Response(null, { status: 404, headers: PAGE_HEADERS });
		return new Response(await readFile(file.path), { headers: { ...PAGE_HEADERS, "content-type": file.contentType } });
	});
}

interface PageFile {
	readonly path: string;
	readonly contentType: string;
}

/** By the path that a URL names it with. Files of a kind that the page does not load, source maps among them, are left out. */
async function listFiles(folder: URL): Promise<ReadonlyMap<string, PageFile>> {
	const root = fileURLToPath(folder);
	const files = new Map<string, PageFile>();
	for (const name of await readdir(root, { recursive: true })) {
		const contentType = CONTENT_TYPES[extname(name)];
		if (contentType === undefined) continue;
		files.set(`/${name.split(sep).join("/")}`, { path: `${root}${name}`, contentType });
	}
	return files;
}
