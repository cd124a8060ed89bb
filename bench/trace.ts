import type { CDPSession, Page } from '@playwright/test';

/** One event of Chromium's trace: `ts` and the durations in µs; `tdur` is the time that the thread has worked. */
type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
};

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Writes down what the window's threads do until `stop`. */
export async function startTrace(page: Page): Promise<{ stop(): Promise<readonly TraceEvent[]> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  });
  return {
    async stop() {
      const stream = new Promise<string>((resolve) => {
        session.once('Tracing.tracingComplete', (done) => resolve(done.stream ?? ''));
      });
      await session.send('Tracing.end');
      const text = await readAll(session, await stream);
      await session.detach();
      // The protocol promises this shape; what is missing from an event is left out of the sums.
      return (JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
    },
  };
}

async function readAll(session: CDPSession, handle: string): Promise<string> {
  let text = '';
  for (;;) {
    const { data, eof } = await session.send('IO.read', { handle });
    text += data;
    if (eof) break;
  }
  await session.send('IO.close', { handle });
  return text;
}

/** How long the main thread worked from each frame to the next, in ms. */
export function workOfFrames(events: readonly TraceEvent[]): readonly number[] {
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame').sort(byTime);
  const [first] = frames;
  if (!first) return [];
  const tasks = events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === first.pid && tid === first.tid)
    .sort(byTime);
  const works: number[] = [];
  let next = tasks.findIndex(({ ts }) => ts >= first.ts);
  for (const { ts } of frames.slice(1)) {
    let workedUs = 0;
    for (let task = tasks[next]; task && task.ts < ts; next += 1, task = tasks[next]) workedUs += task.tdur ?? 0;
    works.push(workedUs / 1000);
  }
  return works;
}

const byTime = (a: TraceEvent, b: TraceEvent): number => a.ts - b.ts;
