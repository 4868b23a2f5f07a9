/** `npm run kit -- [port]`: builds the kit page and serves it until it is ended. */
import { buildKit } from "./build-kit.ts";
import { openKitServer } from "./open-kit-server.ts";

await buildKit();
const { address } = await openKitServer(Number(process.argv[2] ?? 0));
console.log(`Parley's kit: ${address}`);
