import { isDeepStrictEqual } from "node:util";
import { listReconnectSettings } from "../../../shared/model/connect-settings.ts";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";

/** Whether a connection opened with `used` differs from one that would be opened now. */
export function needsReconnect(used: ConnectionProfile, now: ConnectionProfile): boolean {
	return listReconnectSettings(used, now).length > 0 || !isDeepStrictEqual(used.secrets, now.secrets);
}

/** Whether both reach the same session at the same broker. */
export function isSameSession(one: ConnectionProfile, other: ConnectionProfile): boolean {
	return one.host === other.host && one.port === other.port && one.clientId === other.clientId;
}
