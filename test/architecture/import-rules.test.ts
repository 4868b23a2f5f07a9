/**
 * The import rules bite: each case is a file put into empty rooms, in a folder of its own, that the checker must refuse or
 * must let pass. Without this a rule could be lost by a typing mistake and nobody would notice.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const project = new URL("../..", import.meta.url).pathname;

/** Files that the cases import; what is in them does not matter. */
const ROOMS = [
	"shared/model/message.ts",
	"shared/topic/match-topic.ts",
	"shared/link/link.ts",
	"electron/engine/engine.ts",
	"electron/engine/history/history.ts",
	"electron/engine/session/session.ts",
	"electron/engine/commands/message.ts",
	"electron/web/handle-request.ts",
	"electron/websocket/open-websocket.ts",
	"renderer/state/messages-store.ts",
	"renderer/ui/button.tsx",
	"renderer/features/topics/topic-tree.tsx",
	"renderer/app/frame.tsx",
];

const REFUSED: readonly (readonly [file: string, source: string])[] = [
	["shared/model/a.ts", 'import "../topic/match-topic.ts";'],
	["shared/model/a.ts", 'import "node:fs";'],
	["shared/topic/a.ts", 'import type { Link } from "../link/link.ts";'],
	["shared/link/a.ts", 'import type { Message } from "../model/message.ts";'],
	["shared/link/a.ts", 'import "zod";'],
	["shared/contract/a.ts", 'export * from "../../electron/engine/engine.ts";'],
	["electron/engine/a.ts", 'import "electron";'],
	["electron/engine/session/a.ts", 'import "ws";'],
	["electron/engine/session/a.ts", 'import "../commands/message.ts";'],
	["electron/engine/commands/a.ts", 'import "mqtt";'],
	["electron/engine/commands/a.ts", 'import "mqtt-packet";'],
	["electron/engine/commands/a.ts", 'import "aedes";'],
	["electron/engine/profiles/a.ts", 'import "node:sqlite";'],
	["electron/engine/profiles/a.ts", 'const sqlite = await import("node:sqlite"); export { sqlite };'],
	["electron/engine/history/a.ts", 'import "../session/session.ts";'],
	["electron/web/a.ts", 'import "ws";'],
	["electron/web/a.ts", 'import "../engine/session/session.ts";'],
	["electron/serve.ts", 'import "electron";'],
	["electron/desktop/a.ts", 'import "../web/handle-request.ts";'],
	["renderer/app/a.ts", 'import type { Engine } from "../../electron/engine/engine.ts";'],
	["renderer/state/a.ts", 'import "node:fs";'],
	["renderer/state/a.ts", 'import "../features/topics/topic-tree.tsx";'],
	["renderer/features/wire/a.tsx", 'import "../topics/topic-tree.tsx";'],
	["renderer/features/wire/a.tsx", 'export const load = () => import("../topics/topic-tree.tsx");'],
	["renderer/features/wire/a.tsx", 'import "../../app/frame.tsx";'],
	["renderer/ui/a.tsx", 'import type { Message } from "../../shared/model/message.ts";'],
	["renderer/ui/a.tsx", 'import "../state/messages-store.ts";'],
	["renderer/state/a.ts", 'import "./no-such-file.ts";'],
];

const ALLOWED: readonly (readonly [file: string, source: string])[] = [
	["shared/topic/a.ts", 'import "../model/message.ts";'],
	["shared/link/a.ts", 'import "@msgpack/msgpack";'],
	["shared/contract/a.ts", 'import "zod";'],
	["electron/preload.ts", 'import "electron";'],
	["electron/desktop/a.ts", 'import "electron"; import "../engine/engine.ts";'],
	["electron/engine/session/a.ts", 'import "mqtt"; import "../../websocket/open-websocket.ts"; import "../history/history.ts";'],
	["electron/engine/history/a.ts", 'import "node:sqlite";'],
	["electron/engine/local-broker/a.ts", 'import "aedes";'],
	["electron/websocket/a.ts", 'import "ws";'],
	["renderer/features/topics/a.tsx", 'import "./topic-tree.tsx"; import "../../ui/button.tsx";'],
	["renderer/app/a.tsx", 'import "../features/topics/topic-tree.tsx";'],
];

let folder = "";
/** The findings of one run over everything, by the file that they are about. */
let findings: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-import-rules-"));
	await symlink(join(project, "node_modules"), join(folder, "node_modules"));
	await put("package.json", '{ "type": "module" }');
	for (const file of ROOMS) await put(file, "export {};");
	for (const [index, [file, source]] of REFUSED.entries()) await put(nameCase(file, "refused", index), source);
	for (const [index, [file, source]] of ALLOWED.entries()) await put(nameCase(file, "allowed", index), source);
	await put("shared/model/cycle-a.ts", 'import type { B } from "./cycle-b.ts"; export type A = B;');
	await put("shared/model/cycle-b.ts", 'import type { A } from "./cycle-a.ts"; export type B = A;');
	findings = await check();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the import rules", () => {
	it.each(REFUSED.map((entry, index) => [...entry, index] as const))("refuse in %s: %s", (file, _source, index) => {
		expect(findings.get(nameCase(file, "refused", index)) ?? []).not.toEqual([]);
	});

	it.each(ALLOWED.map((entry, index) => [...entry, index] as const))("allow in %s: %s", (file, _source, index) => {
		expect(findings.get(nameCase(file, "allowed", index)) ?? []).toEqual([]);
	});

	it("refuse a cycle, even of types alone", () => {
		expect(findings.get("shared/model/cycle-a.ts")).toContain("no-cycles");
	});
});

/** `a.ts` stands for a name that is free; every other name means itself. */
function nameCase(file: string, kind: string, index: number): string {
	return file.replace(/\/a(\.tsx?)$/, `/${kind}-${index}$1`);
}

async function put(file: string, source: string): Promise<void> {
	const path = join(folder, file);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, source);
}

interface CheckerOutput {
	readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

async function check(): Promise<ReadonlyMap<string, readonly string[]>> {
	const checker = join(project, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
	const rules = join(project, "build/dependency-rules.mjs");
	const asked = [checker, "--config", rules, "--output-type", "json", "shared", "electron", "renderer"];
	const { stdout } = await run(process.execPath, asked, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
	const byFile = new Map<string, string[]>();
	for (const { from, rule } of (JSON.parse(stdout) as CheckerOutput).summary.violations) {
		byFile.set(from, [...(byFile.get(from) ?? []), rule.name]);
	}
	return byFile;
}
