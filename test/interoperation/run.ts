/**
 * `npm run interoperation`: Parley with each broker, on each version, counted by mosquitto's own clients. Prints the table and writes
 * it between the marks of INTEROPERATION.md, whose words on what differs are a person's.
 */
import { readFile, writeFile } from "node:fs/promises";
import { projectPath } from "../../build/project.ts";
import { BROKERS, type BrokerKind } from "./brokers.ts";
import { CHECKS } from "./checks.ts";
import { createBench, type MatrixVersion } from "./matrix-check.ts";

const VERSIONS: readonly MatrixVersion[] = ["3.1.1", "5.0"];
const PAGE = projectPath("test/interoperation/INTEROPERATION.md");
const MARKS = ["<!-- table: written by npm run interoperation -->", "<!-- end of table -->"] as const;
const words = process.argv.slice(2);

const lacking = BROKERS.flatMap((kind) => (kind.lacking === null ? [] : [kind.lacking]));
if (lacking.length > 0) {
	console.error(`The matrix needs ${lacking.join(", ")}: install them (on Debian: "apt-get install ${lacking.join(" ")}").`);
	process.exit(1);
}

const kinds = BROKERS.filter(({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)));
const columns = new Map<string, ReadonlyMap<string, string>>();
for (const kind of kinds) {
	for (const version of VERSIONS) columns.set(nameColumn(kind, version), await tryAll(kind, version));
}
const table = draw();
console.log(table);
if (words.length === 0) await write(table);

function nameColumn(kind: BrokerKind, version: MatrixVersion): string {
	return `${kind.name}, ${version}`;
}

async function tryAll(kind: BrokerKind, version: MatrixVersion): Promise<ReadonlyMap<string, string>> {
	const seen = new Map<string, string>();
	const broker = await kind.launch();
	try {
		const probe = createBench(broker, version, "probe");
		const refusal = await probe.open().then(
			() => null,
			(error: unknown) => error,
		);
		await probe.close();
		// All else would fail in the same way.
		if (refusal !== null) return new Map(CHECKS.map(({ name }) => [name, "not spoken"]));
		for (const [index, check] of CHECKS.entries()) {
			if (!check.versions.includes(version)) continue;
			const bench = createBench(broker, version, `interoperation/${index}`);
			const result = await check.run(bench).catch((error: unknown) => `**fails**: ${readFirstLine(error)}`);
			await bench.close();
			seen.set(check.name, result);
			console.error(`${nameColumn(kind, version)}: ${check.name}: ${result}`);
		}
	} finally {
		await broker.close();
	}
	return seen;
}

function readFirstLine(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? "";
}

function draw(): string {
	const names = [...columns.keys()];
	const rows = CHECKS.map(({ name, versions }) => {
		const cells = names.map((column) => {
			const isTried = versions.some((version) => column.endsWith(version));
			return isTried ? (columns.get(column)?.get(name) ?? "") : "–";
		});
		return `| ${[name, ...cells].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	});
	return [`| | ${names.join(" | ")} |`, `| --- |${" --- |".repeat(names.length)}`, ...rows].join("\n");
}

async function write(drawn: string): Promise<void> {
	const page = await readFile(PAGE, "utf8");
	const [before, after] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
	if (before === -1 || after < before) throw new Error("INTEROPERATION.md has lost the marks of its table");
	const versions = kinds.map((kind) => `${kind.name} ${kind.readVersion()}`).join(", ");
	const written = `${page.slice(0, before)}${MARKS[0]}\n\nWith ${versions}.\n\n${drawn}\n\n${page.slice(after)}`;
	await writeFile(PAGE, written);
}
