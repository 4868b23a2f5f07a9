import { Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { newConnection } from "../../actions/connection-actions.ts";
import { readKeys } from "../../actions/read-keys.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { useStores } from "../../state/use-stores.ts";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import styles from "./connection-list.module.css";
import { ConnectionRow } from "./connection-row.tsx";

/** The column of connections. Arrow keys move between the rows, Enter opens one; from the search, down goes to the first. */
export function ConnectionList() {
	const say = useText();
	const stores = useStores();
	const list = useRef<HTMLUListElement>(null);
	const order = useStore(stores.connections, (state) => state.order);
	const profiles = useStore(stores.connections, (state) => state.profiles);
	const search = useStore(stores.view, (state) => state.connectionSearch);
	const focusRequests = useStore(stores.view, (state) => state.searchFocusRequests);
	const searchField = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (focusRequests > 0) searchField.current?.focus();
	}, [focusRequests]);
	const create = useAction(newConnection, undefined);
	const wanted = search.trim().toLowerCase();
	const shown = wanted === "" ? order : order.filter((id) => matches(wanted, profiles.get(id)));

	const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
		if (event.nativeEvent.isComposing || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
		const rows = [...(list.current?.querySelectorAll("button") ?? [])];
		const from = rows.findIndex((row) => row.matches(":focus"));
		const isSearch = event.target instanceof HTMLInputElement;
		if (isSearch && event.key !== "ArrowDown") return;
		const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 }[event.key];
		const row = to === undefined ? undefined : rows[to];
		if (row === undefined) return;
		event.preventDefault();
		row.focus();
	};

	return (
		<nav className={styles["column"]} aria-label={say("connection.list")} onKeyDown={moveFocus}>
			<div className={styles["head"]}>
				<SearchField
					ref={searchField}
					label={say("connection.search")}
					clearLabel={say("common.cancel")}
					value={search}
					onChange={(connectionSearch) => stores.view.setState({ connectionSearch })}
				/>
			</div>
			<ul ref={list} className={styles["list"]}>
				{shown.map((id) => (
					<ConnectionRow key={id} id={id} />
				))}
			</ul>
			{shown.length === 0 && order.length > 0 ? <p className={styles["none"]}>{say("connection.noMatch")}</p> : null}
			<div className={styles["foot"]}>
				<Button
					icon={Plus}
					onPress={create.run}
					disabled={!create.can}
					wide={true}
					title={readKeys(newConnection)?.shown}
					shortcut={readKeys(newConnection)?.spoken}
				>
					{say(newConnection.label)}
				</Button>
			</div>
		</nav>
	);
}

function matches(wanted: string, profile: { readonly name: string; readonly host: string } | undefined): boolean {
	return profile !== undefined && (profile.name.toLowerCase().includes(wanted) || profile.host.toLowerCase().includes(wanted));
}
