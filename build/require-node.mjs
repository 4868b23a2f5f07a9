/**
 * Loaded before every program of ours (`node --import`), because those are TypeScript, which Node runs by itself from version 24 on. On
 * Linux and Windows an optional package brings that version; elsewhere it is the machine's own.
 */
const NEEDED_MAJOR = 24;

if (Number(process.versions.node.split(".")[0]) < NEEDED_MAJOR) {
	console.error(
		`Parley needs Node ${NEEDED_MAJOR} or newer and this is ${process.versions.node}: install it from https://nodejs.org, or run "npm ci" without leaving out optional packages.`,
	);
	process.exit(1);
}
