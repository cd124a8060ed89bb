import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type {} from '../preload/window.d.ts';
import { withApps } from '../test/support/apps.ts';
import { hurried, seeReady, setUpAccount, typeGroup } from '../test/support/clerk.ts';
import type { Measured, Row } from './row.ts';
import { quantile } from './settle.ts';

const mostAboveMs = 15;
/** An account makes 25 groups a day, so there can be no more of them in one record. */
const rounds = 24;
/** Apps with a record each take turns, so that the 95th percentile is not one mishap: while one keeps its pace, the next makes a group. */
const records = 3;
const echoesEach = 10;
/** The first of the service's people, who can be added. */
const numbers = ['+79000000101', '+79000000102', '+12025550100'];

/** P2: from the click to the request at the service, beside a call through the bridge that does nothing. */
export const firstByte: Row = {
  id: 'P2',
  what: 'click on Create to the request on the wire, against an echo over the bridge',
  promise: `≤ echo + ${mostAboveMs} ms at the 95th percentile`,
  async measure() {
    const service = await startService();
    let measured: Measured | undefined;
    try {
      await withWindows(service, async (pages) => {
        measured = await compare(pages, service);
      });
    } finally {
      await service.stop();
    }
    if (!measured) throw new Error('The app did not start.');
    return measured;
  },
};

/** Opens as many apps as there are to be records, each inside the one before. */
async function withWindows(
  service: Service,
  use: (pages: readonly Page[]) => Promise<void>,
  opened: readonly Page[] = [],
): Promise<void> {
  if (opened.length === records) return use(opened);
  await withApps('.', async ({ launch }) => {
    const { page } = await launch([], hurried);
    await setUpAccount(page, service);
    await withWindows(service, use, [...opened, page]);
  });
}

async function compare(pages: readonly Page[], service: Service): Promise<Measured> {
  const clicks: number[] = [];
  const echoes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      echoes.push(...(await page.evaluate(measureEchoes, echoesEach)));
      const took = await createAndTime(page, service, `Group ${round}`);
      if (took !== null) clicks.push(took);
    }
  }
  const [ours, reference] = [clicks, echoes].map((times) =>
    quantile(
      times.toSorted((a, b) => a - b),
      0.95,
    ),
  );
  if (ours === undefined || reference === undefined) throw new Error('Nothing could be measured.');
  return { unit: 'ms', ours, reference, ratio: ours / reference, held: ours <= reference + mostAboveMs };
}

/** Through the sender's check and the schema, and back: a link that is none is not opened. */
async function measureEchoes(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let echo = 0; echo < count; echo += 1) {
    const start = performance.now();
    await window.api['app.open']({ invite: 'no link' });
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Creates a group that need not wait, and answers the ms from the click until the service has the request; null when
 * the list of groups had grown old and was read first.
 */
async function createAndTime(page: Page, service: Service, name: string): Promise<number | null> {
  await typeGroup(page, { name, numbers });
  await page.locator('.foot').getByRole('button', { name: 'Create the group' }).click({ timeout: 30_000 });
  // What the button says is rounded; the row begins when the pause is really over.
  await expect.poll(() => page.evaluate(mayStart)).toBe(true);
  await page.evaluate(() => {
    document.addEventListener('click', () => (document.documentElement.dataset.clickedAt = `${Date.now()}`), {
      capture: true,
      once: true,
    });
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
  await seeReady(page, name);
  const clickedAtMs = await page.evaluate(() => Number(document.documentElement.dataset.clickedAt));
  await page.getByRole('button', { name: 'Another group' }).click();

  const since = (await service.calls()).filter(({ atMs }) => atMs >= clickedAtMs);
  const request = since.findIndex(({ method }) => method === 'createGroup');
  const wasFresh = since.slice(0, request).every(({ method }) => method !== 'getContacts');
  return wasFresh ? (since[request]?.atMs ?? Number.NaN) - clickedAtMs : null;
}

async function mayStart(): Promise<boolean> {
  const snapshot = await window.api['app.snapshot']({});
  return snapshot.ok && snapshot.value.queue.nextStartAtMs === null;
}

const accountSchema = z.object({ apiUrl: z.string(), idInstance: z.string(), apiTokenInstance: z.string() });
const callsSchema = z.object({ calls: z.array(z.object({ method: z.string().nullable(), atMs: z.number() })) });

type Service = z.infer<typeof accountSchema> & {
  readonly calls: () => Promise<z.infer<typeof callsSchema>['calls']>;
  readonly stop: () => Promise<void>;
};

/** The practice service in a process of its own: in this one the request would wait for the driver of the window. */
async function startService(): Promise<Service> {
  const cli = path.resolve(import.meta.dirname, '../main/practice/cli.ts');
  const child = spawn(process.execPath, [cli, '--control', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('The service has no output to read.');
  const [line] = await once(createInterface(child.stdout), 'line');
  const account = accountSchema.parse(JSON.parse(line));
  return {
    ...account,
    calls: async () => callsSchema.parse(await (await fetch(`${account.apiUrl}/practice/world`)).json()).calls,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
