/** The faces' licence asks to go wherever they go. The bundler collects the licences of programs alone, not of what a style names. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { projectPath } from "./project.ts";

const FACES = ["@fontsource-variable/inter", "@fontsource-variable/jetbrains-mono"];

export function shipFontLicenses(): Plugin {
	return {
		name: "parley-font-licenses",
		apply: "build",
		generateBundle() {
			const source = FACES.map((face) => `${face}\n\n${readFileSync(projectPath(`node_modules/${face}/LICENSE`), "utf8")}`).join(
				"\n\n",
			);
			this.emitFile({ type: "asset", fileName: "font-licenses.txt", source });
		},
	};
}
