/**
 * The walkthroughs' brokers: a real mosquitto, and the built-in one, started as a person starts it. `for (const brokerKind of
 * BROKER_KINDS) test.describe(brokerKind, () => { test.use({ brokerKind }); … })` walks against both.
 */

import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { type ConversationPage, createConversationPage } from "./conversation-page.ts";
import { test as base, expect } from "./parley-test.ts";

export const BROKER_KINDS = ["mosquitto", "built-in broker"] as const;
export type BrokerKind = (typeof BROKER_KINDS)[number];

export interface BrokerAddress {
	readonly host: string;
	readonly port: number;
}

export interface Broker extends BrokerAddress {
	/** Where it is one: its log says what it was sent. */
	readonly mosquitto: Mosquitto | null;
}

export interface BrokerFixtures {
	readonly brokerKind: BrokerKind;
	readonly broker: Broker;
	readonly conversation: ConversationPage;
}

export const test = base.extend<BrokerFixtures>({
	brokerKind: ["mosquitto", { option: true }],
	conversation: async ({ page }, use) => use(createConversationPage(page)),
	broker: async ({ brokerKind, page }, use) => {
		if (brokerKind === "mosquitto") {
			const mosquitto = await launchMosquitto();
			await use({ host: mosquitto.host, port: mosquitto.port, mosquitto });
			await mosquitto.close();
			return;
		}
		const sections = page.getByRole("navigation", { name: "Sections" });
		await sections.getByRole("button", { name: "Built-in broker" }).click();
		await page.getByRole("button", { name: "Start", exact: true }).click();
		const address = await page.getByText(/^mqtt:\/\/127\.0\.0\.1:\d+$/).innerText();
		await sections.getByRole("button", { name: "Conversations" }).click();
		const { hostname, port } = new URL(address);
		await use({ host: hostname, port: Number(port), mosquitto: null });
	},
});

export { expect };
