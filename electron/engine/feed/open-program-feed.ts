import type { ProgramBatch } from "../../../shared/contract/preferences.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import type { History } from "../history/history.ts";
import type { EnginePorts } from "../ports.ts";
import type { Profiles } from "../profiles/profiles.ts";
import { createPacer } from "./create-pacer.ts";

const INTERVAL_MS = 20;

export interface ProgramParts {
	readonly ports: Pick<EnginePorts, "version" | "dataFolder" | "vault">;
	readonly profiles: Profiles;
	readonly history: History;
}

/** Settings and standing trouble, now and after each change. */
export function openProgramFeed({ ports, profiles, history }: ProgramParts, { wake }: FeedContext): FeedSource<ProgramBatch> {
	const pacer = createPacer(INTERVAL_MS, wake);
	const stops = [profiles.onChange(() => pacer.mark()), history.onTroubles(() => pacer.mark())];
	wake();
	return {
		take: () => ({
			preferences: profiles.preferences,
			troubles: [...(profiles.trouble === null ? [] : [profiles.trouble]), ...history.troubles],
			version: ports.version,
			dataFolder: ports.dataFolder,
			passwordsSurviveRestart: ports.vault.survivesRestart,
		}),
		close() {
			for (const stop of stops) stop();
			pacer.close();
		},
	};
}
