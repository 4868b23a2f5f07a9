import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createFailure, createReasonFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { formatReasonCode } from "../../../shared/model/reason-code.ts";
import type { InboundConnack, InboundDisconnect } from "./guard/packets.ts";

const TAKEN_OVER = 0x8e;
const RETAIN_NOT_SUPPORTED = 0x9a;
const QOS_NOT_SUPPORTED = 0x9b;

/** Why CONNACK refuses. In a CONNECT only the last will has a QoS and can be retained. [MQTT-3.2.2-12, MQTT-3.2.2-13] */
export function selectConnackFailure({ reasonCode, properties }: InboundConnack, { will }: ConnectionProfile): Failure {
	const { reasonString, serverReference } = properties;
	const code = formatReasonCode(reasonCode);
	const words = reasonString === undefined ? {} : { reasonString };
	if (will !== null && reasonCode === QOS_NOT_SUPPORTED)
		return createFailure("will-qos-refused", { qos: will.qos, code, ...words });
	if (will?.retain === true && reasonCode === RETAIN_NOT_SUPPORTED)
		return createFailure("will-retain-refused", { code, ...words });
	return createReasonFailure("connack-refused", reasonCode, reasonString ?? null, serverReference ?? null);
}

export function selectDisconnectFailure({ reasonCode, properties }: InboundDisconnect, clientId: string): Failure {
	if (reasonCode === TAKEN_OVER) return createFailure("taken-over", { clientId });
	return createReasonFailure(
		"server-disconnect",
		reasonCode,
		properties.reasonString ?? null,
		properties.serverReference ?? null,
	);
}
