/** What can be done to the settings. */
import type { Preferences } from "../../shared/model/preferences.ts";
import { applyPreferences } from "../state/program-store.ts";
import type { Action } from "./action.ts";

/** Changes what is named: on the page at once, and back again where the engine could not store it. */
export const changePreferences: Action<Partial<Preferences>> = {
	id: "preferences.change",
	label: "settings.title",
	when: (stores) => stores.link.getState().link.kind === "open" && stores.program.getState().program !== null,
	run: async ({ host, stores }, change) => {
		const before = stores.program.getState().program?.preferences;
		if (before === undefined) return null;
		const preferences = { ...before, ...change };
		stores.program.setState((state) => applyPreferences(state, preferences), true);
		const result = await host.link.request("preferences.update", { preferences });
		if (result.ok) return null;
		stores.program.setState((state) => applyPreferences(state, before), true);
		return result.failure;
	},
};
