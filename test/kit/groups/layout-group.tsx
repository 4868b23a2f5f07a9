import { useState } from "react";
import { SplitHandle } from "../../../renderer/ui/split-handle.tsx";
import { Tabs } from "../../../renderer/ui/tabs.tsx";
import { VirtualList } from "../../../renderer/ui/virtual-list.tsx";
import { VirtualRows } from "../../../renderer/ui/virtual-rows.tsx";
import { ignore } from "../ignore.ts";
import { KitGroup } from "../kit-group.tsx";
import { KitItem } from "../kit-item.tsx";
import { KitRow } from "../kit-row.tsx";
import styles from "./layout-group.module.css";

const TABS = [
	{ value: "payload", label: "Payload" },
	{ value: "changes", label: "Changes" },
	{ value: "history", label: "History" },
] as const;
const STATES = [undefined, "hover", "focus"] as const;

const readRowPx = (index: number) => (index % 3 === 0 ? 24 : 40);

export function LayoutGroup() {
	const [tab, setTab] = useState<(typeof TABS)[number]["value"]>("payload");
	return (
		<KitGroup name="layout" title="Tabs, rows and edges">
			<KitRow name="Tabs">
				{STATES.map((show) => (
					<KitItem key={show ?? "rest"} width="middle" label={show ?? "rest"} {...(show === undefined ? {} : { show })}>
						<div className={styles["tabs"]}>
							<Tabs label={`About the message (${show ?? "rest"})`} value={tab} tabs={TABS} onChange={setTab}>
								<p>{tab}</p>
							</Tabs>
						</div>
					</KitItem>
				))}
			</KitRow>
			<KitRow name="VirtualRows">
				<KitItem width="wide" label="the first of a million">
					<div className={styles["rows"]}>
						<VirtualRows
							label="Rows"
							count={1_000_000}
							renderRow={(index) => <div key={index}>{`${index}  7b 22 6d 73 67 22 3a 20`}</div>}
						/>
					</div>
				</KitItem>
				<KitItem width="narrow" label="fewer than there is room for">
					<div className={styles["rows"]}>
						<VirtualRows label="Two rows" count={2} renderRow={(index) => <div key={index}>{`row ${index}`}</div>} />
					</div>
				</KitItem>
			</KitRow>
			<KitRow name="VirtualList">
				<KitItem width="wide" label="rows of two heights, the first of ten thousand">
					<div className={styles["list"]}>
						<VirtualList
							label="Ten thousand"
							role="list"
							rowRole="listitem"
							count={10_000}
							rowPx={readRowPx}
							rowKey={String}
							renderRow={(index) => <button type="button">{`Row ${index + 1}`}</button>}
						/>
					</div>
				</KitItem>
			</KitRow>
			<KitRow name="SplitHandle, between columns">
				{(["left", "right"] as const).flatMap((edge) =>
					STATES.map((show) => (
						<KitItem
							key={`${edge} ${show ?? "rest"}`}
							label={`${edge}, ${show ?? "rest"}`}
							{...(show === undefined ? {} : { show })}
						>
							<div className={styles["column"]}>
								<div className={styles[edge]}>
									<SplitHandle
										label={`Width (${edge}, ${show ?? "rest"})`}
										edge={edge}
										value={100}
										min={40}
										max={400}
										initial={100}
										onChange={ignore}
									/>
								</div>
							</div>
						</KitItem>
					)),
				)}
			</KitRow>
		</KitGroup>
	);
}
