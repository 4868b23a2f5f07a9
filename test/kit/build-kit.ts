import { build } from "vite";
import { createPageConfig } from "../../build/page-config.ts";
import { projectPath } from "../../build/project.ts";
import { showStates } from "./show-states.ts";

export const KIT_FOLDER = projectPath("out/kit");

/** The kit page, by the recipe of the page that is shipped, into a folder of its own that is not. */
export async function buildKit(): Promise<void> {
	const recipe = createPageConfig("production");
	await build({
		...recipe,
		root: projectPath("test/kit"),
		css: { ...recipe.css, postcss: { plugins: [showStates] } },
		build: {
			...recipe.build,
			outDir: KIT_FOLDER,
			sourcemap: false,
			rolldownOptions: { input: { kit: projectPath("test/kit/kit.html") } },
		},
	});
}
