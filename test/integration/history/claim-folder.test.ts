import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "../../../electron/engine/history/claim-folder.ts";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "parley-claim-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function claim(folder: string) {
	const claimed = claimFolder(folder);
	if (!claimed.ok) throw new Error(claimed.failure.message);
	return claimed.value;
}

test("a folder that does not exist is made, for this user alone", () => {
	const folder = join(root, "new", "data");
	const held = claim(folder);
	if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).toBe(0o700);
	held.release();
});

test("a second claim in the same process is refused until the first is released", () => {
	const first = claim(root);
	expect(claimFolder(root)).toMatchObject({ ok: false, failure: { code: "data-folder-in-use", detail: { folder: root } } });
	first.release();
	claim(root).release();
});

test("another process is refused, and a holder that was killed leaves nothing behind", async () => {
	const module = new URL("../../../electron/engine/history/claim-folder.ts", import.meta.url).href;
	const script = `const { claimFolder } = await import(${JSON.stringify(module)});
		const claimed = claimFolder(process.argv[1]);
		process.stdout.write(claimed.ok ? "held" : claimed.failure.code);
		if (claimed.ok) setInterval(() => {}, 1000);`;
	const holder = spawn(process.execPath, ["--input-type=module", "-e", script, root], { stdio: ["ignore", "pipe", "inherit"] });
	expect(String((await once(holder.stdout, "data"))[0])).toBe("held");
	expect(claimFolder(root)).toMatchObject({ ok: false, failure: { code: "data-folder-in-use" } });
	holder.kill("SIGKILL");
	await once(holder, "exit");
	claim(root).release();
});

test("a lock file with anything in it is no obstacle", () => {
	writeFileSync(join(root, "parley.lock"), "this was never a database, but something else wrote it here".repeat(200));
	const held = claim(root);
	expect(claimFolder(root).ok).toBe(false);
	held.release();
});

test("a folder that cannot be made is a sentence and not an exception", () => {
	writeFileSync(join(root, "file"), "");
	const folder = join(root, "file", "data");
	expect(claimFolder(folder)).toMatchObject({ ok: false, failure: { code: "data-folder-not-writable", detail: { folder } } });
});
