import http from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type FedRun, type Sent, startFedRun } from './fed-run.ts';
import { openPracticeThread, type PracticeThread } from './practice-in-worker.ts';
import { openRecords, type Records } from './record.ts';
import type { Row } from './row.ts';
import { timed } from './settle.ts';

const most = 1.5;
const mostExponent = 1.15;
const mostGrowth = 1.1;
const [few, many] = [500, 5_000];
const slice = 250;

/** P10: rows of a run from their turn to groups that are known with everybody in them. */
export const runQueue: Row = {
  id: 'P10',
  what: 'run of 5,000 rows, against a bare loop with the same calls and as many inserts',
  promise: `≤ ${most} ×, exponent ≤ ${mostExponent}, memory ≤ ${mostGrowth} ×`,
  async measure() {
    await withRun(few, (run) => run.upTo(few / 2)); // until V8 has compiled both sides
    return withRun(many, async (run) => {
      await run.upTo(few);
      const [timesBefore, memoryBefore] = [run.times(), heapUsed()];
      await run.upTo(many);
      const { ours, reference } = run.times();
      const ratio = ours / reference;
      const exponent = Math.log(ours / timesBefore.ours) / Math.log(many / few);
      const growth = heapUsed() / memoryBefore;
      const held = ratio <= most && exponent <= mostExponent && growth <= mostGrowth;
      const note = `exponent ${exponent.toFixed(2)} from 500 rows on; memory × ${growth.toFixed(2)}`;
      return { unit: 'ms', ours, reference, ratio, held, note };
    });
  },
};

type Racing = {
  /** Both sides, by turns. */
  upTo(rows: number): Promise<void>;
  times(): { readonly ours: number; readonly reference: number };
};

async function withRun<T>(rows: number, use: (run: Racing) => Promise<T>): Promise<T> {
  const records = openRecords();
  const [service, other] = [await openPracticeThread(), await openPracticeThread()];
  const run = await startFedRun(records.database, service, rows);
  try {
    return await use(race(run, other, records));
  } finally {
    await run.stop();
    for (const one of [service, other]) await one.close();
    records.close();
  }
}

function race(run: FedRun, other: PracticeThread, { insert }: Records): Racing {
  let [ours, reference, done] = [0, 0, 0];
  return {
    async upTo(rows) {
      while (done < rows) {
        done += slice;
        ours += await timed(() => run.goOnTo(done));
        const { sent, changes } = run.taken();
        reference += await timed(() => bareLoop(other, sent, () => insert(`Group ${done}`.padEnd(500)), changes));
      }
    },
    times: () => ({ ours, reference }),
  };
}

/** The same calls one after the other, and the inserts spread among them. */
async function bareLoop(
  service: PracticeThread,
  sent: readonly Sent[],
  insert: () => void,
  inserts: number,
): Promise<void> {
  let inserted = 0;
  for (const [place, one] of sent.entries()) {
    service.setTime(one.at);
    JSON.parse(await call(service, one));
    for (; inserted < ((place + 1) * inserts) / sent.length; inserted += 1) insert();
  }
}

function call({ apiUrl, idInstance, apiTokenInstance }: PracticeThread, one: Sent): Promise<string> {
  return new Promise((resolve, reject) => {
    const { verb, method, query, body } = one;
    const headers = { 'content-type': 'application/json' };
    const url = `${apiUrl}/waInstance${idInstance}/${method}/${apiTokenInstance}?${query}`;
    const request = http.request(url, { method: verb, agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      // One that came too early is answered with nothing, and both sides ask again.
      response.on('end', () => resolve(text || 'null'));
    });
    request.on('error', reject).end(body ?? undefined);
  });
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
