import { isIP } from "node:net";
import tls from "node:tls";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";

const PROBE_MS = 1500;

/**
 * Many TLS servers hang up on plain bytes without a word. Where a plain attempt ended so, one TLS greeting to the same port finds
 * out whether that is why. Nothing but the greeting is sent.
 */
export async function explainClose(failure: Failure, profile: ConnectionProfile): Promise<Failure> {
	const isPlain = profile.protocol === "mqtt" || profile.protocol === "ws";
	const isUnexplained = failure.code === "closed-before-connack" || failure.code === "websocket-failed";
	if (!isPlain || !isUnexplained || !(await speaksTls(profile))) return failure;
	return createFailure("plain-to-tls-port", { host: profile.host, port: profile.port });
}

function speaksTls({ host, port }: ConnectionProfile): Promise<boolean> {
	return new Promise((resolve) => {
		const servername = isIP(host) === 0 ? host : "";
		const socket = tls.connect({ host, port, servername, rejectUnauthorized: false });
		const finish = (answer: boolean) => {
			clearTimeout(deadline);
			resolve(answer);
			socket.destroy();
		};
		const deadline = setTimeout(() => finish(false), PROBE_MS);
		socket.once("secureConnect", () => finish(true));
		// An alert is TLS too.
		socket.on("error", (error: NodeJS.ErrnoException) => finish(/_ALERT_/.test(error.code ?? "")));
		socket.once("close", () => finish(false));
	});
}
