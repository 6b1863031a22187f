import { parentPort, workerData } from 'node:worker_threads';
import { runEmbeddedDatabase } from './run-embedded-database.ts';

/** The entry of the thread that runs the embedded database. */
if (parentPort === null) throw new Error('This file is the entry of a worker thread.');
await runEmbeddedDatabase(parentPort, workerData);
