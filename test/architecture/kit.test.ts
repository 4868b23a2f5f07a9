/** Every component of the kit stands on the kit's page: what is not there has no picture, and nobody sees it change. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { projectPath } from "../../build/project.ts";

const KIT = "renderer/ui";
const PAGE = "test/kit";

interface Component {
	readonly file: string;
	readonly name: string;
}

function readFolder(folder: string): readonly { readonly file: string; readonly text: string }[] {
	return readdirSync(projectPath(folder), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".tsx"))
		.map((file) => ({ file, text: readFileSync(projectPath(`${folder}/${file}`), "utf8") }));
}

/** A file has one component; what begins with a capital and is called or remembered is it. */
function listComponents(): readonly Component[] {
	return readFolder(KIT).flatMap(({ file, text }) =>
		[...text.matchAll(/^export (?:function|const) ([A-Z][a-z]\w*)\b/gm)].map(([, name = ""]) => ({ file, name })),
	);
}

/** Its parts that only other components draw are seen with those. */
function isDrawn(name: string, sources: readonly { readonly text: string }[]): boolean {
	return sources.some(({ text }) => new RegExp(`<${name}[\\s/><]`).test(text));
}

it("every component that the page of Parley draws is drawn on the kit's page", () => {
	const page = [...readFolder("renderer/features"), ...readFolder("renderer/app")];
	const kit = readFolder(PAGE);
	const used = listComponents().filter(({ name }) => isDrawn(name, page));
	expect(used.length).toBeGreaterThan(20);
	expect(used.filter(({ name }) => !isDrawn(name, kit)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

it("and so is every one that no other component draws", () => {
	const kit = readFolder(PAGE);
	const own = readFolder(KIT);
	const alone = listComponents().filter(
		({ file, name }) =>
			!isDrawn(
				name,
				own.filter((each) => each.file !== file),
			),
	);
	expect(alone.filter(({ name }) => !isDrawn(name, kit)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});
