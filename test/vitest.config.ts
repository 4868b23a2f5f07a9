/**
 * Everything that runs in Node: unit, contract, integration, architecture. Two workers at most, because the integration tests start
 * brokers of their own and a machine may have two cores. No retries: a test that passes at the second attempt has found something.
 */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
	root: fileURLToPath(new URL("..", import.meta.url)),
	plugins: [react()],
	test: {
		include: ["test/{unit,contract,integration,architecture}/**/*.test.{ts,tsx}"],
		environment: "node",
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 30_000,
		teardownTimeout: 10_000,
		retry: 0,
		passWithNoTests: false,
		allowOnly: process.env["CI"] === undefined,
	},
});
