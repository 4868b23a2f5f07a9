import { Clock, Repeat2 } from "lucide-react";
import { useStore } from "zustand";
import { isUnderWay } from "../../../actions/repeat-actions.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectOutgoing } from "../../../state/outgoing-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Popover } from "../../../ui/popover.tsx";
import styles from "./outgoing-strip.module.css";
import { QueueList } from "./queue-list.tsx";
import { RepeatList } from "./repeat-list.tsx";

/** What still goes out by itself: repeats, and messages that wait. Not there where there is neither. */
export function OutgoingStrip({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const repeats = useStore(stores.outgoing, (state) => selectOutgoing(state, connectionId).repeats);
	const queue = useStore(stores.outgoing, (state) => selectOutgoing(state, connectionId).queue);
	if (repeats.length === 0 && queue.waiting === 0) return null;
	const running = repeats.filter(isUnderWay).length;
	return (
		<div className={styles["strip"]}>
			{repeats.length === 0 ? null : (
				<Popover
					label={running === 0 ? say("repeat.ended") : say("repeat.running", { count: running })}
					title={say("repeat.list")}
					icon={Repeat2}
					align="start"
				>
					<RepeatList connectionId={connectionId} repeats={repeats} />
				</Popover>
			)}
			{queue.waiting === 0 ? null : (
				<Popover label={say("queue.waiting", { count: queue.waiting })} title={say("queue.list")} icon={Clock} align="start">
					<QueueList connectionId={connectionId} queue={queue} />
				</Popover>
			)}
		</div>
	);
}
