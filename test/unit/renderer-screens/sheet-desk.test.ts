import { expect, test } from 'vitest';
import type { Api } from '../../../core/contract/calls.ts';
import { ok } from '../../../core/result.ts';
import { createSheetDesk } from '../../../renderer/state/sheet-desk.ts';
import { account, createNews, runOf, sheetOf } from './run-samples.ts';

function setUp() {
  const removed: string[] = [];
  const sheets = ['s1', 's2'];
  let made = 0;
  const api: Partial<Api> = {
    'runs.chooseFile': async () => ok(sheetOf(sheets.shift() ?? 's9')),
    'runs.dropFile': async () => ok(null),
    'runs.check': async () => {
      made += 1;
      return ok(runOf(`r${made}`));
    },
    'runs.find': async () => ok({ runs: [], total: 0 }),
    'runs.remove': async ({ runId }) => {
      removed.push(runId);
      return ok(null);
    },
  };
  // The calls above are all that these tests reach.
  const desk = createSheetDesk({
    api: api as Api,
    listen: createNews().listen,
    accountId: account(),
    pathOf: () => '',
  });
  return { desk, removed };
}

test('an opened file shows its columns, and after the check its rows', async () => {
  const { desk } = setUp();

  await desk.file.choose();
  const before = desk.areColumnsShown.value;
  const runId = await desk.check();

  expect([before, desk.areColumnsShown.value]).toEqual([true, false]);
  expect(runId).toBe('r1');
});

test('a file that is checked again gives one draft, not two', async () => {
  const { desk, removed } = setUp();
  await desk.file.choose();
  await desk.check();

  const runId = await desk.check();

  expect(removed).toEqual(['r1']);
  expect(runId).toBe('r2');
});

test('the draft of another file stays', async () => {
  const { desk, removed } = setUp();
  await desk.file.choose();
  await desk.check();

  await desk.file.choose();
  await desk.check();

  expect(removed).toEqual([]);
});

test('the way back to the columns is there while the file is open that the draft was made of', async () => {
  const { desk } = setUp();
  await desk.file.choose();
  await desk.check();
  const mayGo = [desk.canGoBack('r1'), desk.canGoBack('r7')];

  desk.file.drop();

  expect([...mayGo, desk.canGoBack('r1')]).toEqual([true, false, false]);
});
