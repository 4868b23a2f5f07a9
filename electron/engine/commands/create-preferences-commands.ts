import type { Handlers } from "../../../shared/contract/contract.ts";
import type { preferencesCommands } from "../../../shared/contract/preferences.ts";
import type { CommandParts } from "./command-parts.ts";

type PreferencesHandlers = Pick<Handlers, keyof typeof preferencesCommands>;

export function createPreferencesCommands({ profiles, history }: CommandParts): PreferencesHandlers {
	return {
		"preferences.update": async ({ preferences }) => {
			const saved = await profiles.savePreferences(preferences);
			// What is saved, and not what was asked for: of two changes at once the later one holds.
			if (saved.ok) history.setKeepMessages(profiles.preferences.keepMessages);
			return saved;
		},
	};
}
