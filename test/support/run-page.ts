import type { Page } from '@playwright/test';
import type { GroupRun, RunRow } from '../../core/group-run.ts';
import type {} from '../../preload/window.d.ts';

/** The newest run of the account that is in use, as main tells the window of it. */
export async function readRun(page: Page): Promise<GroupRun> {
  const run = await page.evaluate(async () => {
    const snapshot = await window.api['app.snapshot']({});
    const accountId = (snapshot.ok && snapshot.value.accounts.currentId) || '';
    const found = await window.api['runs.find']({ accountId, offset: 0, limit: 1 });
    const runId = (found.ok && found.value.runs[0]?.id) || '';
    const shown = await window.api['runs.show']({ accountId, runId });
    return shown.ok ? shown.value : null;
  });
  if (!run) throw new Error('There is no run to be read');
  return run;
}

/** Up to 500 rows of a run. */
export async function readRows(page: Page, { id: runId, accountId }: GroupRun): Promise<readonly RunRow[]> {
  const query = { accountId, runId, filter: 'all', text: '', offset: 0, limit: 500 } as const;
  const answer = await page.evaluate((asked) => window.api['runs.rows'](asked), query);
  if (!answer.ok) throw new Error(`The rows cannot be read: ${answer.failure.code}`);
  return answer.value.rows;
}
