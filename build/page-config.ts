/**
 * The page: one HTML file a host, everything else shared. Both hosts serve it under a Content-Security-Policy that allows nothing but
 * files of its own, so nothing may be inlined: no script, no style, no `data:` asset.
 */
import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";
import { projectPath } from "./project.ts";
import { shipFontLicenses } from "./ship-font-licenses.ts";

/** What must exist before a build can begin: the HTML file and the program that it names. */
export const PAGE_SOURCES = ["renderer/web.html", "renderer/web.tsx", "renderer/desktop.html", "renderer/desktop.tsx"] as const;

export function createPageConfig(mode: "production" | "development"): InlineConfig {
	return {
		configFile: false,
		root: projectPath("renderer"),
		base: "./",
		mode,
		publicDir: false,
		logLevel: "warn",
		plugins: [react(), shipFontLicenses()],
		css: { modules: { generateScopedName: mode === "development" ? "[name]-[local]-[hash:5]" : "[hash:8]" } },
		build: {
			outDir: projectPath("out/page"),
			emptyOutDir: true,
			// The oldest engine that runs the page: Electron 45's Chromium, and the browsers of the last two years.
			target: "es2023",
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			sourcemap: "hidden",
			reportCompressedSize: false,
			// The page comes from this machine's disk; its size has a figure of its own among the benches.
			chunkSizeWarningLimit: 2000,
			license: { fileName: "licenses.md" },
			rolldownOptions: {
				input: { web: projectPath("renderer/web.html"), desktop: projectPath("renderer/desktop.html") },
			},
		},
	};
}
