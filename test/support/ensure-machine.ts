/**
 * What the tests need of the machine besides npm's packages. Nothing is skipped for want of it: on Debian as root it is installed,
 * elsewhere the run ends with one sentence that says what to install.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./find-chromium.ts";
import { findPython } from "./find-python.ts";
import { findMosquitto } from "./launch-mosquitto.ts";

interface Need {
	/** The name of Debian's package. */
	readonly package: string;
	isThere(): boolean;
}

const NEEDS: readonly Need[] = [
	{ package: "mosquitto", isThere: () => existsSync(findMosquitto()) || isOnPath("mosquitto") },
	{ package: "mosquitto-clients", isThere: () => isOnPath("mosquitto_pub") && isOnPath("mosquitto_sub") },
	{ package: "chromium", isThere: () => findChromium() !== null },
	{ package: "openssl", isThere: () => isOnPath("openssl") },
	{ package: "xvfb", isThere: () => process.platform !== "linux" || isOnPath("Xvfb") },
	{ package: "python3-paho-mqtt", isThere: () => findPython() !== null },
];

/** null = everything is there now; otherwise the sentence. */
export function ensureMachine(): string | null {
	const lacking = findLacking();
	if (lacking.length === 0) return null;
	const names = lacking.join(", ");
	if (!canInstall())
		return `The tests need ${names}: install them (on Debian: "apt-get install ${lacking.join(" ")}") and run again.`;

	console.log(`Installing what the tests need: ${names}.`);
	if (!install(lacking)) return `The tests need ${names}, and apt-get could not install them.`;
	const still = findLacking();
	return still.length === 0
		? null
		: `The tests need ${still.join(", ")}, which apt-get installed and which is not found all the same.`;
}

function findLacking(): readonly string[] {
	return NEEDS.filter((need) => !need.isThere()).map((need) => need.package);
}

function canInstall(): boolean {
	return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version") && isOnPath("apt-get");
}

/** The package lists of a fresh machine are empty or old, so a first failure is answered by fetching them. */
function install(packages: readonly string[]): boolean {
	const asked = ["install", "--yes", "--no-install-recommends", ...packages];
	return runApt(asked, "ignore") || (runApt(["update"], "inherit") && runApt(asked, "inherit"));
}

function runApt(args: readonly string[], output: "ignore" | "inherit"): boolean {
	const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	return spawnSync("apt-get", ["--quiet", ...args], { stdio: ["ignore", output, output], env: environment }).status === 0;
}

function isOnPath(program: string): boolean {
	return (process.env["PATH"] ?? "").split(":").some((folder) => folder !== "" && existsSync(`${folder}/${program}`));
}
