/** MQTT clients that share no code with Parley: mosquitto's own programs, and Python's paho. */
import { findPython } from "./find-python.ts";
import { type LaunchedProgram, launchProgram } from "./launch-program.ts";

export interface BrokerAddress {
	readonly host: string;
	readonly port: number;
}

function addressOf(broker: BrokerAddress): readonly string[] {
	return ["-h", broker.host, "-p", String(broker.port)];
}

/** `mosquitto_pub` with these arguments (`-t`, `-m`, …); resolves when it has ended, rejects where it failed. */
export async function runMosquittoPub(broker: BrokerAddress, args: readonly string[]): Promise<void> {
	const program = launchProgram("mosquitto_pub", [...addressOf(broker), ...args]);
	const end = await program.ended;
	if (end !== 0) throw new Error(`mosquitto_pub ended with ${end}:\n${program.lines.join("\n")}`);
}

/** `mosquitto_sub`, subscribed already. Its lines are messages, among those that `-d` adds. */
export async function launchMosquittoSub(broker: BrokerAddress, args: readonly string[]): Promise<LaunchedProgram> {
	// Into a pipe it would print in blocks of 4 kB.
	const program = launchProgram("stdbuf", ["-oL", "mosquitto_sub", ...addressOf(broker), "-d", ...args]);
	await program.waitForLine(/^Subscribed \(mid: /);
	return program;
}

const PAHO_CLIENT = `
import sys, paho.mqtt.client as mqtt
host, port, client_id, will_topic, will_payload = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5]
try:
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION1, client_id=client_id)
except AttributeError:
    client = mqtt.Client(client_id=client_id)
if will_topic:
    client.will_set(will_topic, will_payload, qos=1)
def on_connect(client, userdata, flags, code):
    print("connected", code, flush=True)
client.on_connect = on_connect
client.connect(host, port, 60)
client.loop_forever()
`;

export interface PahoOptions {
	readonly clientId: string;
	readonly will?: { readonly topic: string; readonly payload: string };
}

/** A connected paho client that stays until it is killed; killed with SIGKILL it leaves without DISCONNECT. */
export async function launchPahoClient(broker: BrokerAddress, options: PahoOptions): Promise<LaunchedProgram> {
	const will = options.will ?? { topic: "", payload: "" };
	const program = launchProgram(findPython() ?? "python3", [
		"-c",
		PAHO_CLIENT,
		broker.host,
		String(broker.port),
		options.clientId,
		will.topic,
		will.payload,
	]);
	await program.waitForLine(/^connected 0$/);
	return program;
}
