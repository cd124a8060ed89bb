import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import { err, type Result } from '../../core/result.ts';

/** Jobs on files by their names: plain data comes in and goes out. `serveJobs` is the other side. */
export type Jobs = Readonly<Record<string, (input: never) => Promise<Result<unknown, Failure>>>>;

/** Runs a job away from the main thread. A file that takes too long or too much memory is a failure like any other. */
export type InWorker<J extends Jobs> = <N extends keyof J & string>(
  name: N,
  input: Parameters<J[N]>[0] & { readonly fileName: string },
) => ReturnType<J[N]>;

type Options = {
  /** The file that calls `serveJobs`: a source in tests, a part of the bundle in the app. */
  readonly entry: URL;
  readonly clock: Clock;
  readonly memoryMb?: number;
  readonly deadlineMs?: number;
};

/** Every job has a worker of its own, which ends with it. */
export function createInWorker<J extends Jobs>(options: Options): InWorker<J> {
  const { entry, clock, memoryMb = 512, deadlineMs = 30_000 } = options;
  const run = (name: string, input: { readonly fileName: string }): Promise<Result<unknown, Failure>> => {
    const worker = new Worker(entry, {
      workerData: { name, input } satisfies Order,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Switches of this process (a debugger, a test runner) are not for the worker.
      execArgv: [],
    });
    const tooMuch = err<Failure>({ code: 'file-too-big', file: basename(input.fileName), most: { of: 'work' } });
    return new Promise<Result<unknown, Failure>>((resolve, reject) => {
      const cancel = clock.after(deadlineMs, () => resolve(tooMuch));
      worker.once('message', resolve);
      worker.once('error', (error) => (isOutOfMemory(error) ? resolve(tooMuch) : reject(error)));
      worker.once('exit', (code) => {
        cancel();
        reject(new Error(`The worker for ${name} ended without an answer (${code})`));
      });
    }).finally(() => worker.terminate());
  };
  // The worker answers with what the job of this name answers.
  return (name, input) => run(name, input) as ReturnType<J[typeof name]>;
}

/** What a worker is started with. */
export type Order = { readonly name: string; readonly input: unknown };

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
