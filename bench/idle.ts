import type { ElectronApplication } from '@playwright/test';
import { withApps } from '../test/support/apps.ts';
import { startPractice } from '../test/support/clerk.ts';
import type { Row } from './row.ts';

const watchedMs = 60_000;
const mostPercent = 0.1;
const shortTimerMs = 1_000;

/** P14: what the app costs while it waits in the tray. */
export const idle: Row = {
  id: 'P14',
  what: 'main process over a minute in the tray, window closed',
  promise: `< ${mostPercent} % CPU, no timer under 1 s, no window`,
  async measure() {
    let ours = Number.NaN;
    let timers: readonly number[] = [];
    let windows = Number.NaN;
    await withApps('.', async ({ launch }) => {
      const { app, page } = await launch();
      await startPractice(page);
      await page.close();
      await app.evaluate(watchTimers, shortTimerMs);
      const before = await app.evaluate(() => process.cpuUsage());
      await new Promise((resolve) => setTimeout(resolve, watchedMs));
      const { user, system } = await app.evaluate((_, since) => process.cpuUsage(since), before);
      ours = ((user + system) / 1000 / watchedMs) * 100;
      timers = await shortTimers(app);
      windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    });
    const isQuiet = timers.length === 0 && windows === 0;
    return {
      unit: '%',
      ours,
      reference: null,
      ratio: null,
      held: isQuiet && ours < mostPercent,
      note: `${timers.length} timers under 1 s ran${timers.length > 0 ? ` (of ${[...new Set(timers)].join(', ')} ms)` : ''}; windows: ${windows}`,
    };
  },
};

type Watched = typeof globalThis & { shortTimers?: number[] };

/** Notes in the app's main process every timer that runs and was set for less than `belowMs`. */
function watchTimers(_: unknown, belowMs: number): void {
  const { createHook, executionAsyncResource } = process.getBuiltinModule('node:async_hooks');
  const found: number[] = [];
  (globalThis as Watched).shortTimers = found; // the only way to reach it from the next evaluation
  createHook({
    before() {
      const resource: object = executionAsyncResource();
      if (!('_idleTimeout' in resource) || typeof resource._idleTimeout !== 'number') return;
      if (resource._idleTimeout >= 0 && resource._idleTimeout < belowMs) found.push(resource._idleTimeout);
    },
  }).enable();
}

const shortTimers = (app: ElectronApplication): Promise<readonly number[]> =>
  app.evaluate(() => (globalThis as Watched).shortTimers ?? []);
