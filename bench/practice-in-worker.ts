import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createPractice } from '../main/practice/practice.ts';

/** What whoever started it needs of a practice service that has a thread and a memory of its own. */
export type PracticeThere = {
  readonly apiUrl: string;
  readonly idInstance: string;
  readonly apiTokenInstance: string;
  readonly phone: string;
  /** Whom anybody may put into groups. */
  readonly chatIds: readonly string[];
};

export type PracticeThread = PracticeThere & {
  /** Its clock shows this from now on. */
  setTime(time: { readonly wallMs: number; readonly runMs: number }): void;
  close(): Promise<unknown>;
};

/** Starts one, with a group on its phone. Two with the same time do the same. */
export async function openPracticeThread(): Promise<PracticeThread> {
  const times = new Float64Array(new SharedArrayBuffer(16));
  const worker = new Worker(new URL(import.meta.url), { workerData: times });
  const [there] = (await once(worker, 'message')) as [PracticeThere]; // the only message, from below
  return {
    ...there,
    setTime({ wallMs, runMs }) {
      times.set([wallMs, runMs]);
    },
    close: () => worker.terminate(),
  };
}

if (workerData instanceof Float64Array) await serve(workerData);

async function serve(times: Float64Array): Promise<void> {
  const clock = {
    now: () => times[0] ?? 0,
    monotonic: () => times[1] ?? 0,
    after: () => {
      throw new Error('Nothing is answered later here.');
    },
  };
  const { apiUrl, idInstance, apiTokenInstance, world } = await createPractice({ seed: 7, clock });
  world.calls.createGroup('Known before', []);
  const anybody = world.people.filter((one) => one.onWhatsapp && one.addableBy === 'everyone');
  const chatIds = anybody.flatMap(({ chatId }) =>
    chatId.endsWith('@c.us') && chatId !== world.me.chatId ? [chatId] : [],
  );
  const phone = world.me.chatId.replace('@c.us', '');
  parentPort?.postMessage({ apiUrl, idInstance, apiTokenInstance, phone, chatIds } satisfies PracticeThere);
}
