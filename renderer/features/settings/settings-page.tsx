import { useStore } from "zustand";
import type { Contrast, Density, Theme } from "../../../shared/model/preferences.ts";
import { changePreferences } from "../../actions/preferences-actions.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { LANGUAGE_NAMES } from "../../i18n/language-names.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { KeepMessagesField } from "./keep-messages-field.tsx";
import { SettingsGroup } from "./settings-group.tsx";
import styles from "./settings-page.module.css";

const LANGUAGES = ["en", "zh-CN", "ja"] as const;

/** Every change takes effect, and is stored, at once. */
export function SettingsPage() {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const program = useStore(stores.program, (state) => state.program);
	if (program === null) return null;
	const { preferences } = program;
	const themes: readonly { readonly value: Theme; readonly label: string }[] = [
		{ value: "system", label: say("settings.themeSystem") },
		{ value: "light", label: say("settings.themeLight") },
		{ value: "dark", label: say("settings.themeDark") },
	];
	const contrasts: readonly { readonly value: Contrast; readonly label: string }[] = [
		{ value: "system", label: say("settings.contrastSystem") },
		{ value: "standard", label: say("settings.contrastStandard") },
		{ value: "more", label: say("settings.contrastMore") },
	];
	const densities: readonly { readonly value: Density; readonly label: string }[] = [
		{ value: "comfortable", label: say("settings.densityComfortable") },
		{ value: "compact", label: say("settings.densityCompact") },
	];
	return (
		<section className={styles["page"]} aria-labelledby="settings-title">
			<h1 id="settings-title" className={styles["title"]}>
				{say("settings.title")}
			</h1>
			<SettingsGroup title={say("settings.appearance")}>
				<SegmentedControl
					label={say("settings.theme")}
					value={preferences.theme}
					options={themes}
					onChange={(theme) => run(changePreferences, { theme })}
				/>
				<SegmentedControl
					label={say("settings.contrast")}
					value={preferences.contrast}
					options={contrasts}
					onChange={(contrast) => run(changePreferences, { contrast })}
				/>
				<SegmentedControl
					label={say("settings.density")}
					value={preferences.density}
					options={densities}
					onChange={(density) => run(changePreferences, { density })}
				/>
				<Select
					label={say("settings.language")}
					value={preferences.language}
					options={[
						{ value: "system" as const, label: say("settings.languageSystem") },
						...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
					]}
					onChange={(language) => run(changePreferences, { language })}
				/>
			</SettingsGroup>
			<SettingsGroup title={say("settings.history")}>
				<KeepMessagesField
					key={preferences.keepMessages}
					stored={preferences.keepMessages}
					onStore={(keepMessages) => run(changePreferences, { keepMessages })}
				/>
			</SettingsGroup>
			<SettingsGroup title={say("settings.about")}>
				<dl className={styles["facts"]}>
					<dt>{say("settings.version")}</dt>
					<dd>{program.version}</dd>
					<dt>{say("settings.dataFolder")}</dt>
					<dd className={styles["path"]}>{program.dataFolder}</dd>
					<dt>{say("settings.passwords")}</dt>
					<dd>{say(program.passwordsSurviveRestart ? "settings.passwordsKept" : "settings.passwordsInMemory")}</dd>
				</dl>
			</SettingsGroup>
		</section>
	);
}
