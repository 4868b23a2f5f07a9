/**
 * `npm run package`: installers for this platform in `dist`. With `-- --dir` only the unpacked app; with `-- --stub` the unpacked app
 * for Linux around a stand-in for Electron, which needs no download and shows what would be shipped.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, Platform } from "electron-builder";
import { buildHalves } from "./build.ts";
import { createElectronStub } from "./create-electron-stub.ts";
import { builderConfig } from "./electron-builder.config.ts";
import { projectFolder, projectPath } from "./project.ts";

export async function packageStub(output: string): Promise<void> {
	const { version } = JSON.parse(await readFile(projectPath("node_modules/electron/package.json"), "utf8")) as {
		version: string;
	};
	const electronDist = await mkdtemp(join(tmpdir(), "parley-electron-stub-"));
	try {
		await createElectronStub(electronDist, version);
		await build({
			projectDir: projectFolder,
			targets: Platform.LINUX.createTarget("dir"),
			publish: "never",
			config: { ...builderConfig, electronDist, electronVersion: version, directories: { ...builderConfig.directories, output } },
		});
	} finally {
		await rm(electronDist, { recursive: true, force: true });
	}
}

if (import.meta.main) {
	const asked = process.argv.slice(2);
	const unknown = asked.find((name) => name !== "--dir" && name !== "--stub");
	if (unknown !== undefined) {
		console.error(`package: "${unknown}" is neither --dir nor --stub`);
		process.exit(2);
	}
	await buildHalves(["page", "node"]);
	if (asked.includes("--stub")) await packageStub(projectPath("dist"));
	else await build({ projectDir: projectFolder, publish: "never", config: builderConfig, dir: asked.includes("--dir") });
}
