/**
 * What a person can do, one object each. Buttons, menus and keys are views of these objects: the name, the shortcut and the answer
 * to "can I do this now" are said once. An action reads stores and asks the engine; what becomes of it returns by the feeds.
 */
import type { Failure } from "../../shared/model/failure.ts";
import type { Host } from "../host/host.ts";
import type { TextKey } from "../i18n/text-key.ts";
import type { SayText } from "../i18n/use-text.ts";
import type { Stores } from "../state/create-stores.ts";

export interface ActionContext {
	readonly stores: Stores;
	readonly host: Host;
	/** For names that an action gives, e.g. to the connection with the built-in broker. */
	readonly say: SayText;
}

/** null, or a Failure that the one who ran it shows as a notice. Expected trouble is never thrown. */
export type ActionOutcome = Promise<Failure | null> | Failure | null;

/** `Subject`: what it acts on, e.g. the id of a connection; `void` for what concerns the whole program. */
export interface Action<Subject = void> {
	/** Dotted, `noun.verb`; unique. */
	readonly id: string;
	readonly label: TextKey;
	/** What it would do now, where that changes, e.g. "Hide connections"; `label` then names both. */
	labelNow?(stores: Stores): TextKey;
	/** E.g. `mod+alt+n`; `mod` is Cmd on a Mac and Ctrl elsewhere. Only for actions that `action-list.ts` lists. */
	readonly shortcut?: string;
	/** The same where the host lets every key through: a browser keeps some for itself, such as Ctrl+N. */
	readonly desktopShortcut?: string;
	/** A character that does the same where no text is being typed, e.g. `/`. */
	readonly quickKey?: string;
	/** Keys that do the same in the list of messages, which answers them itself; as `KeyboardEvent.key` has them, e.g. `ArrowDown`. */
	readonly listKeys?: readonly string[];
	/** Cheap and pure: it is asked after every change of a store. */
	when(stores: Stores, subject: Subject): boolean;
	/** Why it cannot be done now, where that is worth a sentence; null = it can, or there is nothing to say. */
	whyNot?(stores: Stores, subject: Subject): TextKey | null;
	run(context: ActionContext, subject: Subject): ActionOutcome;
}

/** The subject of most actions. */
export interface ConnectionSubject {
	readonly connectionId: string;
}
