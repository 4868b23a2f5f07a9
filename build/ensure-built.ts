import { buildHalves } from "./build.ts";
import { isBuildCurrent } from "./build-stamp.ts";

/** Builds where `out` is missing or older than the sources. */
export async function ensureBuilt(): Promise<void> {
	if (await isBuildCurrent()) return;
	console.log("Building Parley…");
	await buildHalves(["page", "node"]);
}
