import { ChevronDown, ChevronUp } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JsonTree } from "../../../shared/payload/json-tree.ts";
import { type JsonMatches, searchJsonInSteps } from "../../../shared/payload/search-json.ts";
import { driveSteps } from "../../actions/drive-steps.ts";
import { useText } from "../../i18n/use-text.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import styles from "./json-tree-view.module.css";

export interface JsonSearchProps {
	readonly tree: JsonTree;
	/** The node from which next and previous count. */
	readonly from: number;
	readonly search: string;
	readonly onSearch: (text: string) => void;
	readonly onFound: (node: number) => void;
}

const TYPING_PAUSE_MS = 150;
const LONGEST = 200;

/** Looks for a text in keys and values; Enter goes to the next hit, with Shift to the previous one. */
export function JsonSearch({ tree, from, search, onSearch, onFound }: JsonSearchProps) {
	const say = useText();
	const { i18n } = useTranslation();
	const [matches, setMatches] = useState<JsonMatches | null>(null);
	const found = useRef(onFound);
	found.current = onFound;
	useEffect(() => {
		setMatches(null);
		if (search === "") return;
		const leaving = new AbortController();
		const timer = setTimeout(() => {
			void driveSteps(searchJsonInSteps(tree, search.slice(0, LONGEST)), leaving.signal).then((all) => {
				if (all === null || leaving.signal.aborted) return;
				setMatches(all);
				const [first] = all.nodes;
				if (first !== undefined) found.current(first);
			});
		}, TYPING_PAUSE_MS);
		return () => {
			clearTimeout(timer);
			leaving.abort();
		};
	}, [tree, search]);

	const step = useCallback(
		(towards: "next" | "previous") => {
			const nodes = matches?.nodes ?? [];
			const wanted =
				towards === "next"
					? (nodes.find((node) => node > from) ?? nodes[0])
					: (nodes.findLast((node) => node < from) ?? nodes.at(-1));
			if (wanted !== undefined) onFound(wanted);
		},
		[matches, from, onFound],
	);
	return (
		<>
			<div className={styles["search"]}>
				<SearchField
					label={say("inspector.search")}
					clearLabel={say("conversation.clearSearch")}
					value={search}
					onChange={onSearch}
					onKeyDown={(event) => {
						if (event.key === "Enter" && !event.nativeEvent.isComposing) step(event.shiftKey ? "previous" : "next");
					}}
				/>
			</div>
			{search === "" ? null : (
				<span className={styles["found"]}>
					<span className={styles["count"]} role="status">
						{describeCount()}
					</span>
					<IconButton size="small" icon={ChevronUp} label={say("inspector.previousHit")} onPress={() => step("previous")} />
					<IconButton size="small" icon={ChevronDown} label={say("inspector.nextHit")} onPress={() => step("next")} />
				</span>
			)}
		</>
	);

	function describeCount(): string {
		if (matches === null) return "…";
		const { nodes, isCut } = matches;
		if (nodes.length === 0) return say("conversation.noMatch");
		const number = `${nodes.length.toLocaleString(i18n.language)}${isCut ? "+" : ""}`;
		const place = nodes.indexOf(from);
		return place === -1
			? say("conversation.matches", { count: nodes.length, number })
			: say("inspector.hit", { place: (place + 1).toLocaleString(i18n.language), number });
	}
}
