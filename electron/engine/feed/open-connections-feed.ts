/**
 * The list of connections as a feed: whole at first, then what changed. What moves is remembered by id, so that a step costs what has
 * moved and not what there is.
 */
import type { ConnectionsBatch } from "../../../shared/contract/connection.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import type { ConnectionFolder, ConnectionPlace } from "../../../shared/model/connection-folder.ts";
import type { ConnectionChange, ConnectionList } from "../connection-list.ts";
import { createPacer } from "./create-pacer.ts";

const STATE_INTERVAL_MS = 10;
const ACTIVITY_INTERVAL_MS = 100;
/** More in one step would keep the page from its next frame; the rest follows in the next ones. */
const MOST_ACTIVITIES = 250;

export function openConnectionsFeed(list: ConnectionList, { wake }: FeedContext): FeedSource<ConnectionsBatch> {
	let isFirst = true;
	let isOrderDirty = false;
	let sentFolders: readonly ConnectionFolder[] | null = null;
	/** Of those that stand in one. */
	const sentPlaces = new Map<string, string>();
	const profiles = new Set<string>();
	const states = new Set<string>();
	const activities = new Set<string>();
	let isActivityDue = false;
	const statePacer = createPacer(STATE_INTERVAL_MS, wake);
	const activityPacer = createPacer(ACTIVITY_INTERVAL_MS, () => {
		isActivityDue = true;
		wake();
	});

	const note = ({ id, what }: ConnectionChange) => {
		switch (what) {
			case "list":
				isOrderDirty = true;
				for (const dirty of [profiles, states, activities]) dirty.add(id);
				isActivityDue = true;
				statePacer.mark();
				break;
			case "arrangement":
				isOrderDirty = true;
				statePacer.mark();
				break;
			case "profile":
				profiles.add(id);
				statePacer.mark();
				break;
			case "state":
				states.add(id);
				statePacer.mark();
				break;
			case "activity":
				activities.add(id);
				activityPacer.mark();
				break;
			case "subscriptions":
			case "outgoing":
				break;
		}
	};
	const stop = list.onChange(note);
	wake();

	const drain = <Value>(dirty: Set<string>, read: (id: string) => Value | null, most = dirty.size): readonly Value[] => {
		const ids = [...dirty].slice(0, most);
		for (const id of ids) dirty.delete(id);
		return ids.map(read).filter((value) => value !== null);
	};

	const takeFolders = (): readonly ConnectionFolder[] | null => {
		if (sentFolders === list.folders) return null;
		sentFolders = list.folders;
		return sentFolders;
	};
	const takePlaces = (): readonly ConnectionPlace[] => {
		const moved: ConnectionPlace[] = [];
		const gone = new Set(sentPlaces.keys());
		for (const { profile, folderId } of list.all) {
			gone.delete(profile.id);
			if ((sentPlaces.get(profile.id) ?? null) === folderId) continue;
			moved.push({ id: profile.id, folderId });
			if (folderId === null) sentPlaces.delete(profile.id);
			else sentPlaces.set(profile.id, folderId);
		}
		for (const id of gone) sentPlaces.delete(id);
		return moved;
	};

	return {
		take() {
			if (isFirst) {
				for (const id of list.ids) for (const dirty of [profiles, states, activities]) dirty.add(id);
			}
			const isWithActivity = isFirst || isActivityDue;
			const batch: ConnectionsBatch = {
				reset: isFirst,
				order: isFirst || isOrderDirty ? list.ids : null,
				folders: takeFolders(),
				places: isFirst || isOrderDirty ? takePlaces() : [],
				profiles: drain(profiles, (id) => list.find(id)?.profile ?? null),
				states: drain(states, (id) => {
					const state = list.find(id)?.session.state;
					return state === undefined ? null : { id, state };
				}),
				activities: isWithActivity
					? drain(
							activities,
							(id) => {
								const activity = list.find(id)?.conversation.activity;
								return activity === undefined ? null : { id, activity };
							},
							MOST_ACTIVITIES,
						)
					: [],
			};
			isFirst = false;
			isOrderDirty = false;
			if (isWithActivity) isActivityDue = activities.size > 0;
			if (isActivityDue) wake();
			return isEmpty(batch) ? null : batch;
		},
		close() {
			stop();
			statePacer.close();
			activityPacer.close();
		},
	};
}

function isEmpty({ reset, order, folders, profiles, states, activities }: ConnectionsBatch): boolean {
	return !reset && order === null && folders === null && profiles.length + states.length + activities.length === 0;
}
