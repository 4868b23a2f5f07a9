/** ARCHITECTURE.md is true: the rooms that it lists are on the disk, and the disk has no others. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../build/project.ts";

/** Folders whose own folders are rooms; below a room, folders are its own affair. */
const FLOORS = ["shared", "electron", "electron/engine", "renderer", "test"];
/** Top-level folders that are not sources. */
const NOT_ROOMS = new Set(["node_modules", "out", "dist"]);

function listFolders(parent: string): readonly string[] {
	return readdirSync(projectPath(parent), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_ROOMS.has(entry.name))
		.map((entry) => (parent === "" ? `${entry.name}/` : `${parent}/${entry.name}/`))
		.filter((folder) => hasFiles(folder));
}

/** Git does not keep empty folders, so they are not there. */
function hasFiles(folder: string): boolean {
	return readdirSync(projectPath(folder), { withFileTypes: true, recursive: true }).some((entry) => entry.isFile());
}

const listed = [...readFileSync(projectPath("ARCHITECTURE.md"), "utf8").matchAll(/^\| `([\w/-]+\/)` \|/gm)].map(
	([, folder]) => folder ?? "",
);
const onDisk = ["", ...FLOORS].flatMap(listFolders);

describe("ARCHITECTURE.md", () => {
	it("lists every room that is on the disk, and no other", () => {
		expect([...listed].sort()).toEqual([...onDisk].sort());
	});

	it("lists no room twice", () => {
		expect(new Set(listed).size).toBe(listed.length);
	});
});
