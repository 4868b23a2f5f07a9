/**
 * Variables by which what is set for another program would change this one: libraries that print what they send, send it elsewhere,
 * or stop checking certificates. Both hosts call this before anything else is loaded, since some are read at load time.
 */
const UNWANTED = [
	// Makes the MQTT library print its options, the password among them.
	"DEBUG",
	// Reroutes every connection of the MQTT library.
	"MQTTJS_SOCKS_PROXY",
	// Turns certificate checks off for the whole process; a connection has a switch of its own for that.
	"NODE_TLS_REJECT_UNAUTHORIZED",
	// Writes the keys of every TLS session to a file.
	"SSLKEYLOGFILE",
] as const;

export function clearEnvironment(environment: NodeJS.ProcessEnv): void {
	for (const name of UNWANTED) delete environment[name];
}
