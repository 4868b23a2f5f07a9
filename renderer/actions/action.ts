/**
 * What a person can do, one object each. Buttons, menus and keys are views of these objects: the name, the shortcut and the answer
 * to "can I do this now" are said once. An action reads stores and asks the engine; what becomes of it returns by the feeds.
 */
import type { Failure } from "../../shared/model/failure.ts";
import type { Host } from "../host/host.ts";
import type { TextKey } from "../i18n/text-key.ts";
import type { Stores } from "../state/create-stores.ts";

export interface ActionContext {
	readonly stores: Stores;
	readonly host: Host;
}

/** null, or a Failure that the one who ran it shows as a notice. Expected trouble is never thrown. */
export type ActionOutcome = Promise<Failure | null> | Failure | null;

/** `Subject`: what it acts on, e.g. the id of a connection; `void` for what concerns the whole program. */
export interface Action<Subject = void> {
	/** Dotted, `noun.verb`; unique. */
	readonly id: string;
	readonly label: TextKey;
	/** E.g. `mod+n`; `mod` is Cmd on a Mac and Ctrl elsewhere. Keys run only actions that are listed in `key-actions.ts`. */
	readonly shortcut?: string;
	/** Cheap and pure: it is asked after every change of a store. */
	when(stores: Stores, subject: Subject): boolean;
	run(context: ActionContext, subject: Subject): ActionOutcome;
}

/** The subject of most actions. */
export interface ConnectionSubject {
	readonly connectionId: string;
}
