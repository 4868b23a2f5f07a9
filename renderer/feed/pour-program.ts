/**
 * Pours what the whole page shows into its stores, for as long as the page lives; of the connection that is open also its subscriptions
 * and what it has to send.
 */
import type { EngineLink } from "../../shared/contract/engine-link.ts";
import type { Host } from "../host/host.ts";
import { applyConnectionsBatch } from "../state/connections-store.ts";
import type { Stores } from "../state/create-stores.ts";
import { applyAccess, applyLinkState } from "../state/link-store.ts";
import { applyOutgoingClosed } from "../state/outgoing-store.ts";
import { applyProgramBatch } from "../state/program-store.ts";
import { applySubscriptionsBatch, applySubscriptionsClosed } from "../state/subscriptions-store.ts";
import { applyConnectionOrder } from "../state/view-store.ts";
import { pourFeed } from "./pour-feed.ts";

export function pourProgram({ link, access }: Host, stores: Stores): () => void {
	stores.link.setState((state) => applyAccess(state, access.state), true);
	stores.link.setState((state) => applyLinkState(state, link.state), true);
	const leave = [
		access.onState((state) => stores.link.setState((before) => applyAccess(before, state), true)),
		link.onState((state) => stores.link.setState((before) => applyLinkState(before, state), true)),
		pourFeed(link, "program", {}, (batch) => stores.program.setState((state) => applyProgramBatch(state, batch), true)),
		pourFeed(link, "broker", {}, (broker) => stores.broker.setState({ broker })),
		pourFeed(link, "savedMessages", {}, ({ messages }) => stores.savedMessages.setState({ messages })),
		pourFeed(link, "connections", {}, (batch) => {
			const { loaded, order: before } = stores.connections.getState();
			stores.connections.setState((state) => applyConnectionsBatch(state, batch), true);
			const after = stores.connections.getState().order;
			if (after === before) return;
			// Before the first list, what is open is a memory of an earlier day, and may be gone.
			stores.view.setState((state) => applyConnectionOrder(state, loaded ? before : null, after), true);
		}),
		followOpenConnection(link, stores),
	];
	return () => {
		for (const each of leave) each();
	};
}

function followOpenConnection(link: EngineLink, stores: Stores): () => void {
	let openId: string | null = null;
	let close = () => {};
	const follow = () => {
		const { openConnectionId } = stores.view.getState();
		if (openConnectionId === openId) return;
		close();
		openId = openConnectionId;
		if (openConnectionId === null) {
			close = () => {};
			return;
		}
		const stop = pourFeed(link, "subscriptions", { connectionId: openConnectionId }, (batch) =>
			stores.subscriptions.setState((state) => applySubscriptionsBatch(state, openConnectionId, batch), true),
		);
		const stopOutgoing = pourFeed(link, "outgoing", { connectionId: openConnectionId }, (batch) =>
			stores.outgoing.setState({ connectionId: openConnectionId, ...batch }, true),
		);
		close = () => {
			stop();
			stopOutgoing();
			stores.outgoing.setState((state) => applyOutgoingClosed(state, openConnectionId), true);
			stores.subscriptions.setState((state) => applySubscriptionsClosed(state, openConnectionId), true);
		};
	};
	follow();
	const unsubscribe = stores.view.subscribe(follow);
	return () => {
		unsubscribe();
		close();
	};
}
