/**
 * What goes into the app, and how it is locked. Everything is bundled, so the app is `out` and its package.json: no node_modules, no
 * source maps, nothing of the browser mode's own. The fuses take away what an installed Electron could be turned into.
 */
import type { Configuration } from "electron-builder";

export const builderConfig: Configuration = {
	appId: "app.parley.desktop",
	productName: "Parley",
	copyright: "Copyright © the Parley authors",
	directories: { output: "dist", buildResources: "build/icons" },
	files: [
		"package.json",
		"out/main.mjs",
		"out/preload.cjs",
		"out/history-worker.mjs",
		"out/chunks/**",
		"out/page/**",
		"out/licenses.md",
		"!**/*.map",
		"!out/page/web.html",
		"!out/chunks/start-web-*",
		"!node_modules",
	],
	extraFiles: [{ from: "LICENSE", to: "LICENSE.parley.txt" }],
	asar: true,
	// Nothing native of ours is in there.
	npmRebuild: false,
	electronLanguages: ["en-US", "ja", "zh-CN"],
	electronFuses: {
		runAsNode: false,
		enableCookieEncryption: true,
		enableNodeOptionsEnvironmentVariable: false,
		enableNodeCliInspectArguments: false,
		enableEmbeddedAsarIntegrityValidation: true,
		onlyLoadAppFromAsar: true,
		loadBrowserProcessSpecificV8Snapshot: false,
		grantFileProtocolExtraPrivileges: false,
	},
	linux: { target: ["AppImage", "deb"], icon: "build/icons/icon.png", category: "Development" },
	mac: { target: ["dmg", "zip"], icon: "build/icons/icon.icns", category: "public.app-category.developer-tools" },
	win: { target: ["nsis"], icon: "build/icons/icon.ico" },
};
