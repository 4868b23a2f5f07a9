/**
 * Publishes with Python's paho over MQTT 5: any bytes as payload, any text as topic or user property, which the command-line clients
 * cannot carry.
 */
import { findPython } from "./find-python.ts";
import type { BrokerAddress } from "./launch-mqtt-peers.ts";
import { launchProgram } from "./launch-program.ts";

export interface PahoMessage {
	readonly topic: string;
	readonly payload: string | Uint8Array;
	readonly qos?: 0 | 1 | 2;
	readonly retain?: boolean;
	readonly contentType?: string;
	readonly userProperties?: readonly (readonly [key: string, value: string])[];
}

const PROGRAM = `
import base64, json, sys, paho.mqtt.client as mqtt
from paho.mqtt.properties import Properties
from paho.mqtt.packettypes import PacketTypes
host, port = sys.argv[1], int(sys.argv[2])
messages = json.loads(sys.stdin.readline())
try:
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION1, protocol=mqtt.MQTTv5)
except AttributeError:
    client = mqtt.Client(protocol=mqtt.MQTTv5)
client.connect(host, port, 60)
client.loop_start()
for message in messages:
    properties = Properties(PacketTypes.PUBLISH)
    if message["contentType"] is not None:
        properties.ContentType = message["contentType"]
    for key, value in message["userProperties"]:
        properties.UserProperty = (key, value)
    payload = base64.b64decode(message["payload"])
    sent = client.publish(message["topic"], payload, message["qos"], message["retain"], properties)
    sent.wait_for_publish(20)
    print("published", sent.is_published(), flush=True)
client.disconnect()
client.loop_stop()
`;

/** Resolves when the broker has taken all of them (QoS 1 where none is given), rejects where it has not. */
export async function publishWithPaho(broker: BrokerAddress, messages: readonly PahoMessage[]): Promise<void> {
	const program = launchProgram(findPython() ?? "python3", ["-c", PROGRAM, broker.host, String(broker.port)]);
	program.write(`${JSON.stringify(messages.map(encodeMessage))}\n`);
	await program.ended;
	const published = program.lines.filter((line) => line === "published True").length;
	if (published !== messages.length)
		throw new Error(`paho published ${published} of ${messages.length}:\n${program.lines.join("\n")}`);
}

function encodeMessage(message: PahoMessage) {
	return {
		topic: message.topic,
		payload: Buffer.from(message.payload).toString("base64"),
		qos: message.qos ?? 1,
		retain: message.retain ?? false,
		contentType: message.contentType ?? null,
		userProperties: message.userProperties ?? [],
	};
}
