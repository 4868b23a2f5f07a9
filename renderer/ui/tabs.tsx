import { Tabs as Widget } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

export interface TabsProps<Value extends string> {
	/** The name of the list of tabs. */
	readonly label: string;
	readonly value: Value;
	readonly tabs: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value) => void;
	/** What the chosen tab shows. The others do not exist meanwhile. */
	readonly children: ReactNode;
}

/** Several views in one place, one at a time. Arrows go from tab to tab. */
export function Tabs<Value extends string>({ label, value, tabs, onChange, children }: TabsProps<Value>) {
	return (
		<Widget.Root className={styles["root"]} value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
			<Widget.List className={styles["list"]} aria-label={label} activateOnFocus={true}>
				{tabs.map((tab) => (
					<Widget.Tab key={tab.value} className={styles["tab"]} value={tab.value}>
						{tab.label}
					</Widget.Tab>
				))}
			</Widget.List>
			<Widget.Panel className={styles["panel"]} value={value} tabIndex={-1}>
				{children}
			</Widget.Panel>
		</Widget.Root>
	);
}
