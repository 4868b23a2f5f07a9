/** The file that the database threads run: one writer, one reader, told apart by what they are started with. */
import { parentPort, workerData } from "node:worker_threads";
import { runReader } from "./reading/run-reader.ts";
import type { WorkerSetup } from "./worker-message.ts";
import { runWriter } from "./writing/run-writer.ts";

const setup = workerData as WorkerSetup;
if (parentPort === null) throw new Error("the history's worker runs as a worker thread only");
if (setup.role === "writer") runWriter(setup, parentPort);
else runReader(setup, parentPort);
