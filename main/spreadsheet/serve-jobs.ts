import { parentPort, workerData } from 'node:worker_threads';
import type { Jobs, Order } from './in-worker.ts';

/** The worker's side of `createInWorker`: does the one job that it was started for. What it throws ends it as a bug. */
export async function serveJobs(jobs: Jobs): Promise<void> {
  const { name, input }: Order = workerData;
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (job === undefined) throw new Error(`There is no job ${name}`);
  parentPort?.postMessage(await job(input as never)); // `InWorker` takes only what the job of this name takes
}
