/**
 * The Node side: each entry one file in `out`, with what several of them use in `out/chunks`. Everything is bundled but `electron`
 * and Node's own modules, so that the packaged app carries no node_modules.
 */
import { existsSync } from "node:fs";
import { builtinModules } from "node:module";
import type { InlineConfig } from "vite";
import { projectPath } from "./project.ts";

/** Name of the output file without its ending -> source. */
export const NODE_ENTRIES = {
	main: "electron/main.ts",
	serve: "electron/serve.ts",
	"history-worker": "electron/engine/history/history-worker.ts",
} as const;

export const PRELOAD_SOURCE = "electron/preload.ts";

const outside = ["electron", ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export function createNodeConfig(mode: "production" | "development"): InlineConfig {
	const input = Object.fromEntries(Object.entries(NODE_ENTRIES).map(([name, source]) => [name, projectPath(source)]));
	return {
		...common(mode),
		build: {
			...commonBuild(),
			license: { fileName: "licenses.md" },
			rolldownOptions: {
				input,
				external: outside,
				output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "chunks/[name]-[hash].mjs" },
			},
		},
	};
}

/** A sandboxed preload script cannot load modules: one CommonJS file, nothing beside it. */
export function createPreloadConfig(mode: "production" | "development"): InlineConfig {
	return {
		...common(mode),
		build: {
			...commonBuild(),
			rolldownOptions: {
				input: { preload: projectPath(PRELOAD_SOURCE) },
				external: outside,
				output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false },
			},
		},
	};
}

function common(mode: "production" | "development"): InlineConfig {
	return {
		configFile: false,
		root: projectPath("electron"),
		mode,
		publicDir: false,
		logLevel: "warn",
		ssr: { target: "node", noExternal: true, external: ["electron"] },
		// `ws` runs without its optional native parts; asking for them would leave a `require` of what is not there.
		define: {
			"process.env.WS_NO_BUFFER_UTIL": JSON.stringify("1"),
			"process.env.WS_NO_UTF_8_VALIDATE": JSON.stringify("1"),
		},
	};
}

function commonBuild(): NonNullable<InlineConfig["build"]> {
	return {
		ssr: true,
		outDir: projectPath("out"),
		emptyOutDir: false,
		target: "node24",
		minify: false,
		sourcemap: true,
	};
}

/** The sources that a build needs and that are not there. */
export function findMissing(sources: readonly string[]): readonly string[] {
	return sources.filter((source) => !existsSync(projectPath(source)));
}
