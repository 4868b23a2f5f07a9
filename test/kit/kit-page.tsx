import { useEffect, useState } from "react";
import { SegmentedControl } from "../../renderer/ui/segmented-control.tsx";
import { ButtonGroup } from "./groups/button-group.tsx";
import { ChoiceGroup } from "./groups/choice-group.tsx";
import { EditorGroup } from "./groups/editor-group.tsx";
import { FieldGroup } from "./groups/field-group.tsx";
import { FloatGroup } from "./groups/float-group.tsx";
import { FoundationGroup } from "./groups/foundation-group.tsx";
import { LayoutGroup } from "./groups/layout-group.tsx";
import { ScriptGroup } from "./groups/script-group.tsx";
import { SignGroup } from "./groups/sign-group.tsx";
import { WordGroup } from "./groups/word-group.tsx";
import styles from "./kit-page.module.css";
import { type KitTheme, readKitTheme, showKitTheme } from "./kit-theme.ts";

const THEMES: readonly { readonly value: KitTheme; readonly label: string }[] = [
	{ value: "light", label: "Light" },
	{ value: "dark", label: "Dark" },
	{ value: "light-more", label: "Light, high contrast" },
	{ value: "dark-more", label: "Dark, high contrast" },
];

/** Everything in `renderer/ui`, in every state, in the theme that the address names after its `#`. */
export function KitPage() {
	const [theme, setTheme] = useState(() => readKitTheme(location.hash));
	useEffect(() => showKitTheme(theme), [theme]);
	return (
		<div className={styles["scroll"]}>
			<header className={styles["head"]}>
				<h1 className={styles["title"]}>Parley’s kit</h1>
				<SegmentedControl
					label="Theme"
					hideLabel={true}
					value={theme}
					options={THEMES}
					onChange={(next) => {
						location.hash = next;
						setTheme(next);
					}}
				/>
			</header>
			<main className={styles["groups"]}>
				<FoundationGroup />
				<ButtonGroup />
				<FieldGroup />
				<ChoiceGroup />
				<SignGroup />
				<WordGroup />
				<FloatGroup />
				<ScriptGroup />
				<EditorGroup />
				<LayoutGroup />
			</main>
		</div>
	);
}
