/**
 * R1: a broker that breaks the specification, case by case from the specification's own tables; beside it a connection to a good
 * broker that must notice nothing. `node r1-hostile-broker.ts [words]`: only the cases whose name holds all of them.
 */

import { printRow, round } from "../bench/report.ts";
import { createTestSession } from "../support/create-test-session.ts";
import { CONNACK_5, startScriptedBroker } from "../support/scripted-broker.ts";
import type { HostileCase } from "./hostile/hostile-case.ts";
import { listCases } from "./hostile/list-cases.ts";
import { byte, field, packet, uint16 } from "./hostile/octets.ts";
import { playCase } from "./hostile/play-case.ts";

const AT_ONCE = 8;
const words = process.argv.slice(2);
const cases = listCases().filter(({ name }) => words.every((word) => name.includes(word)));
const names = new Set(cases.map(({ name, version, phase }) => `${name}, ${version}, ${phase}`));
if (names.size !== cases.length) throw new Error(`${cases.length - names.size} cases stand twice`);

let thrown = 0;
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
	process.on(event, (error) => {
		thrown += 1;
		console.error(event, error);
	});
}

const good = await startScriptedBroker({ onConnect: CONNACK_5 });
const neighbour = createTestSession({ port: good.port });
neighbour.connect();
await neighbour.waitForState("connected");
const goodConnection = await good.waitForConnection();

const startedAt = performance.now();
const wrong: string[] = [];
const waiting = [...cases];
let told = 0;
await Promise.all(Array.from({ length: AT_ONCE }, work));
await neighbour.conversation.waitUntil(() => neighbour.conversation.received.length === told, "the neighbour's messages");
const isNeighbourWell = neighbour.state.kind === "connected" && neighbour.states.length === 2;
await neighbour.close();
await good.close();

for (const line of wrong) console.error(line);
const count = (kind: HostileCase["expected"]["kind"]) => cases.filter(({ expected }) => expected.kind === kind).length;
printRow({
	id: "R1",
	what: "hostile broker: cases from the specification's tables, on 3.1.1 and 5, before and after CONNACK",
	figures: {
		cases: cases.length,
		...{ toBeClosed: count("closed"), toBeKept: count("kept"), toBeEnded: count("ended") },
		wrong: wrong.length,
		thrown,
		neighbourUntouched: isNeighbourWell,
		seconds: round((performance.now() - startedAt) / 1000),
	},
	goal: "at least 1,000 cases; 0 wrong, 0 thrown, the neighbour untouched",
});
process.exit(wrong.length === 0 && thrown === 0 && isNeighbourWell ? 0 : 1);

async function work(): Promise<void> {
	for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
		const verdict = await playCase(one);
		if (verdict !== null) {
			const { name, version, phase, clause, expected, bytes } = one;
			const wanted = JSON.stringify(expected);
			wrong.push(
				`${name} on ${version}, ${phase} [${clause}] ${bytes.subarray(0, 40).toString("hex")}: wanted ${wanted}, saw ${verdict}`,
			);
		}
		if (waiting.length % 50 !== 0) continue;
		told += 1;
		goodConnection.socket.write(packet(0x32, field("neighbour"), uint16(told), byte(0)));
	}
}
