import type { Action } from "./action.ts";
import { newConnection } from "./connection-actions.ts";
import { searchMessages } from "./search-messages.ts";
import { newSubscription } from "./subscription-actions.ts";
import { openSettings, searchConnections } from "./view-actions.ts";

/** Actions that a key runs wherever the focus is; those of the whole program, and those of the connection that is open. */
export const PROGRAM_KEY_ACTIONS: readonly Action[] = [newConnection, openSettings, searchConnections];
export const CONNECTION_KEY_ACTIONS: readonly Action<{ readonly connectionId: string }>[] = [newSubscription, searchMessages];
