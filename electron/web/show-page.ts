import open from "open";

/** Whether this machine has a screen that a browser could appear on. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): boolean {
	if (platform === "darwin" || platform === "win32") return true;
	return Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
}

/**
 * Opens the system's browser. The address stands in that program's arguments, which others on this machine may see; its code is spent
 * as soon as the page has loaded. A machine without a browser is no trouble: the address has been printed.
 */
export async function showPage(address: string): Promise<void> {
	try {
		const child = await open(address);
		child.on("error", () => {});
	} catch {
		// Printed already.
	}
}
