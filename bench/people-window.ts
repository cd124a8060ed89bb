import type { Page } from '@playwright/test';
import { createPractice, type Practice } from '../main/practice/practice.ts';
import { createRandom } from '../main/practice/random.ts';
import { systemClock } from '../main/system-clock.ts';
import { withApps } from '../test/support/apps.ts';
import { setUpAccount } from '../test/support/clerk.ts';
import { crowdName } from '../test/support/crowd-names.ts';
import { importPeople, peopleRows } from '../test/support/people-page.ts';
import type { Row } from './row.ts';
import { quantile } from './settle.ts';
import { startTrace, workOfFrames } from './trace.ts';

const few = 100;
const many = 100_000;

/** One letter to three words, digits, Latin letters, nobody: typed letter by letter, as people do. */
const queries = ['анна', 'иванова', 'мария пе', '900', '12 34', 'anna', 'petrov', 'сергей а', '99988', 'ян'] as const;
const rounds = 3;
const most = { ratio: 1.5, ms: 50, memoryRatio: 1.2, frameMs: 50 } as const;
const scrollMs = 10_000;
const fileRows = 25_000;

/** P4: from a key in the search to the painted list. */
export const keyToList: Row = {
  id: 'P4',
  what: `a key in the search to the painted list, ${many} contacts against ${few}`,
  promise: `≤ ${most.ratio} × of ${few} contacts; goal ≤ ${most.ms} ms at the 95th percentile`,
  async measure() {
    const times = await inBoth(async (pages) => {
      const taken = { many: [] as number[], few: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        for (const query of queries) {
          taken.few.push(...(await pages.few.evaluate(typeAndTime, query)));
          taken.many.push(...(await pages.many.evaluate(typeAndTime, query)));
        }
      }
      return taken;
    });
    const [ours, reference] = [times.many, times.few].map((taken) =>
      quantile(
        taken.toSorted((a, b) => a - b),
        0.95,
      ),
    );
    if (ours === undefined || reference === undefined) throw new Error('Nothing could be measured.');
    const ratio = ours / reference;
    return { unit: 'ms', ours, reference, ratio, held: ratio <= most.ratio, note: `${times.many.length} keys each` };
  },
};

/** P5: what the window holds after its list was searched and scrolled through. */
export const windowMemory: Row = {
  id: 'P5',
  what: `the window's memory after searching and scrolling, ${many} contacts against ${few}`,
  promise: `≤ ${most.memoryRatio} ×`,
  async measure() {
    const held = await inBoth(async (pages) => {
      const used = { many: Number.NaN, few: Number.NaN };
      for (const side of ['few', 'many'] as const) {
        for (const query of queries) await pages[side].evaluate(typeAndTime, query);
        await pages[side].evaluate(scrollThrough, scrollMs / 5);
        used[side] = await memoryOf(pages[side]);
      }
      return used;
    });
    const ratio = held.many / held.few;
    return { unit: 'MB', ours: held.many, reference: held.few, ratio, held: ratio <= most.memoryRatio };
  },
};

/**
 * P6: the list scrolled from end to end. What a frame takes is counted in the time that its thread has worked: a busy machine
 * makes every frame long, also of a window that does nothing.
 */
export const scrolledList: Row = {
  id: 'P6',
  what: `the most work in one frame while ${many} contacts are scrolled end to end in ${scrollMs / 1000} s`,
  promise: `no frame over ${most.frameMs} ms`,
  async measure() {
    const { frames, works } = await withPeople(many, async (page) => {
      const trace = await startTrace(page);
      const taken = await page.evaluate(scrollThrough, scrollMs);
      return { frames: taken, works: workOfFrames(await trace.stop()) };
    });
    const ours = Math.max(...works);
    const long = frames.filter((ms) => ms > most.frameMs).length;
    const note = `${works.length} frames; by the clock on the wall ${long} of them took over ${most.frameMs} ms, machine included`;
    return { unit: 'ms', ours, reference: null, ratio: null, held: works.length > 0 && ours <= most.frameMs, note };
  },
};

type Pages = { readonly many: Page; readonly few: Page };

/** Both windows stand open at once, so that turns can be taken between them. */
const inBoth = <T>(run: (pages: Pages) => Promise<T>): Promise<T> =>
  withPeople(few, (fewPage) => withPeople(many, (manyPage) => run({ few: fewPage, many: manyPage })));

/** The app with so many contacts, at its list of people. */
async function withPeople<T>(count: number, run: (page: Page) => Promise<T>): Promise<T> {
  const practice: Practice = await createPractice({ seed: 1, clock: systemClock, world: { people: 0 } });
  let answer: { readonly is: T } | undefined;
  try {
    await withApps('.', async ({ launch }) => {
      const { page } = await launch();
      await setUpAccount(page, practice);
      // A file holds 100,000 rows with its heading: as many files as it takes.
      const lines = crowdOf(count);
      for (let start = 0; start < count; start += fileRows) {
        await importPeople(page, lines.slice(start, start + fileRows));
      }
      await page.getByRole('navigation').getByRole('button', { name: 'People' }).click();
      // Main reads so many people for the first time.
      await peopleRows(page).first().waitFor({ timeout: 60_000 });
      answer = { is: await run(page) };
    });
  } finally {
    await practice.close();
  }
  if (!answer) throw new Error('The app did not start.');
  return answer.is;
}

function crowdOf(count: number): readonly string[] {
  const random = createRandom(1, 'crowd');
  return Array.from({ length: count }, (_, n) => `${crowdName(random)};+79${String(n).padStart(9, '0')}`);
}

/** In the window: types letter by letter, and answers for each the ms until its last change was painted. */
async function typeAndTime(text: string): Promise<number[]> {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
  const list = document.querySelector('main .body');
  if (!search || !list) throw new Error('The screen of people is not there.');
  const quietMs = 120;
  const type = (typed: string) => {
    search.value = typed;
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const painted = (): Promise<number> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const settled = async (start: number): Promise<number> => {
    let end = start;
    let waiting = Promise.resolve();
    const observer = new MutationObserver(() => {
      waiting = painted().then((atMs) => {
        end = atMs;
      });
    });
    observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    let before = -1;
    while (before !== end) {
      before = end;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
      await waiting;
    }
    observer.disconnect();
    return end - start;
  };

  const times: number[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    const start = performance.now();
    type(text.slice(0, length));
    times.push(await settled(start));
  }
  type('');
  await settled(performance.now());
  return times;
}

/** In the window: scrolls the list from its top to its end, and answers how long each frame took, in ms. */
function scrollThrough(durationMs: number): Promise<number[]> {
  const list = document.querySelector('main [role="grid"]');
  if (!list) throw new Error('The list of people is not there.');
  return new Promise((resolve) => {
    const frames: number[] = [];
    let start: number | null = null;
    let last = 0;
    const step = (atMs: number) => {
      if (start === null) start = atMs;
      else frames.push(atMs - last);
      last = atMs;
      const share = Math.min(1, (atMs - start) / durationMs);
      list.scrollTop = share * (list.scrollHeight - list.clientHeight);
      if (share < 1) requestAnimationFrame(step);
      else resolve(frames);
    };
    requestAnimationFrame(step);
  });
}

/** What the page's scripts hold after a collection, in MB. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
