/** What can be done to the settings. */
import { DEFAULT_PREFERENCES, type Preferences } from "../../shared/model/preferences.ts";
import type { Action } from "./action.ts";

/** Changes what is named; the settings on the page follow when the engine has stored it. */
export const changePreferences: Action<Partial<Preferences>> = {
	id: "preferences.change",
	label: "settings.title",
	when: (stores) => stores.link.getState().link.kind === "open",
	run: async ({ host, stores }, change) => {
		const before = stores.program.getState().program?.preferences ?? DEFAULT_PREFERENCES;
		const result = await host.link.request("preferences.update", { preferences: { ...before, ...change } });
		return result.ok ? null : result.failure;
	},
};
