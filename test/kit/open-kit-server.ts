/** Serves the built kit page on loopback, under the very policy that the app has. What it serves is read once; nothing else exists. */
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createHeaders } from "../../electron/web/page-headers.ts";
import { KIT_FOLDER } from "./build-kit.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".woff2": "font/woff2",
};

export interface KitServer {
	readonly address: string;
	close(): void;
}

/** Port 0 = any. */
export async function openKitServer(port = 0): Promise<KitServer> {
	const files = new Map<string, Buffer>();
	for (const name of await readdir(KIT_FOLDER, { recursive: true })) {
		if (extname(name) in CONTENT_TYPES) files.set(`/${name.replaceAll("\\", "/")}`, await readFile(join(KIT_FOLDER, name)));
	}
	const server = createServer((request, response) => {
		const path = request.url === "/" ? "/kit.html" : (request.url ?? "");
		const bytes = files.get(path);
		const headers = createHeaders(request.headers.host ?? "127.0.0.1");
		response.writeHead(bytes === undefined ? 404 : 200, {
			...headers,
			"content-type": CONTENT_TYPES[extname(path)] ?? "text/plain",
		});
		response.end(bytes);
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	const own = server.address();
	if (own === null || typeof own === "string") throw new Error("the kit's server has no port");
	return {
		address: `http://127.0.0.1:${own.port}/`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
