/**
 * A data folder as somebody has it who runs a lot: a thousand connections in thirty nested folders, the first with ten thousand
 * subscriptions. Written through the very code that Parley saves with, before it is started on the folder.
 */
import { openProfiles } from "../../electron/engine/profiles/open-profiles.ts";
import { CONNECTION_DEFAULTS } from "../../shared/model/connection-defaults.ts";
import type { ConnectionFolder } from "../../shared/model/connection-folder.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "../../shared/model/subscription.ts";
import type { BrokerAddress } from "./launch-mqtt-peers.ts";

export interface FillOptions {
	readonly broker: BrokerAddress;
	readonly connections?: number;
	/** Of the first connection. */
	readonly subscriptions?: number;
	/** So many of the connections connect when Parley starts. */
	readonly connected?: number;
}

/** What every connection listens to, so that one message moves all of them. */
export const SHARED_TOPIC = "plant/all";
export const FIRST_CONNECTION = "Gateway 0001";

const SITES = 6;
const LINES = 4;

export async function fillDataFolder(folder: string, options: FillOptions): Promise<void> {
	const { broker, connections = 1000, subscriptions = 10_000, connected = 0 } = options;
	const profiles = await openProfiles({ folder, log: { write: () => {} } });
	const folders = listFolders();
	const created = Array.from({ length: connections }, async (_, index) => {
		const number = String(index + 1).padStart(4, "0");
		const id = `connection-${number}`;
		const shared: Subscription = { ...SUBSCRIPTION_DEFAULTS, id: `${id}-shared`, filter: SHARED_TOPIC };
		const saved = await profiles.saveConnection({
			profile: {
				...CONNECTION_DEFAULTS,
				id,
				name: index === 0 ? FIRST_CONNECTION : `Press ${number}`,
				host: broker.host,
				port: broker.port,
				clientId: `plant_${number}`,
				secrets: [],
				connectAtStart: index < connected,
			},
			subscriptions: index === 0 ? [shared, ...listSubscriptions(subscriptions - 1)] : [shared],
		});
		if (!saved.ok) throw new Error(saved.failure.message);
	});
	await Promise.all(created);
	const places = profiles.connections.map(({ profile }, index) => ({
		id: profile.id,
		folderId: folders[index % folders.length]?.id ?? null,
	}));
	const arranged = await profiles.saveArrangement({ folders, places });
	if (!arranged.ok) throw new Error(arranged.failure.message);
	await profiles.close();
}

function listFolders(): readonly ConnectionFolder[] {
	return Array.from({ length: SITES }, (_, site) => {
		const id = `site-${site + 1}`;
		const lines = Array.from({ length: LINES }, (__, line) => ({
			id: `${id}-line-${line + 1}`,
			name: `Line ${site + 1}.${line + 1}`,
			parentId: id,
		}));
		return [{ id, name: `Site ${site + 1}`, parentId: null }, ...lines];
	}).flat();
}

function listSubscriptions(count: number): readonly Subscription[] {
	const colours = ["blue", "teal", "amber", "violet"] as const;
	return Array.from({ length: count }, (_, index) => ({
		...SUBSCRIPTION_DEFAULTS,
		id: `subscription-${index}`,
		filter: `plant/site-${(index % 6) + 1}/line-${(index % 24) + 1}/press-${index}/+/celsius`,
		qos: (index % 3) as 0 | 1 | 2,
		colour: colours[index % colours.length] ?? "blue",
	}));
}
