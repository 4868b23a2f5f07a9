import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { DEFAULT_TLS } from "../../../shared/model/tls.ts";
import { openLine } from "./transport/open-line.ts";
import type { TransportOptions } from "./transport/transport.ts";

const PROBE_MS = 1500;

/**
 * Many TLS servers hang up on plain bytes without a word. Where a plain attempt ended so, one TLS greeting to the same port, by the
 * same way, finds out whether that is why. Nothing but the greeting is sent.
 */
export async function explainClose(failure: Failure, options: Omit<TransportOptions, "signal" | "onPhase">): Promise<Failure> {
	const { profile } = options;
	const isPlain = profile.protocol === "mqtt" || profile.protocol === "ws";
	const isUnexplained = failure.code === "closed-before-connack" || failure.code === "websocket-failed";
	if (!isPlain || !isUnexplained || !(await speaksTls(options))) return failure;
	return createFailure("plain-to-tls-port", { host: profile.host, port: profile.port });
}

async function speaksTls(options: Omit<TransportOptions, "signal" | "onPhase">): Promise<boolean> {
	const line = await openLine({
		...options,
		profile: { ...options.profile, tls: { ...DEFAULT_TLS, verifyServer: false } },
		signal: AbortSignal.timeout(PROBE_MS),
		onPhase: () => {},
		isEncrypted: true,
		readsDirectly: false,
	});
	if (line.ok) {
		line.value.socket.destroy();
		return true;
	}
	// An alert is TLS too.
	return /_ALERT_/.test(String(line.failure.detail?.["cause"] ?? ""));
}
