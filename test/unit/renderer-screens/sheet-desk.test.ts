import { expect, test } from 'vitest';
import type { Api } from '../../../core/contract/calls.ts';
import type { GroupRun } from '../../../core/group-run.ts';
import { ok } from '../../../core/result.ts';
import { createSheetDesk } from '../../../renderer/state/sheet-desk.ts';
import { account, createNews, runOf, sheetOf } from './run-samples.ts';

function setUp(state: GroupRun['state'] = { at: 'draft' }) {
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
    'runs.show': async ({ runId }) => ok(runOf(runId, state)),
    'runs.rows': async () => ok({ rows: [], total: 0 }),
    'runs.readAgain': async ({ sheetId, reading }) => ok({ ...sheetOf(sheetId), reading }),
  };
  // The calls above are all that these tests reach.
  const desk = createSheetDesk({
    api: api as Api,
    listen: createNews().listen,
    accountId: account(),
    pathOf: () => '',
  });
  return { desk };
}

test('an opened file shows its columns, and after the check its rows', async () => {
  const { desk } = setUp();

  await desk.file.choose();
  const before = desk.areColumnsShown.value;
  const runId = await desk.check();

  expect([before, desk.areColumnsShown.value]).toEqual([true, false]);
  expect(runId).toBe('r1');
});

test('a file that is read as before keeps its draft with the repairs; read otherwise it is checked anew', async () => {
  const { desk } = setUp();
  await desk.file.choose();
  await desk.check();
  await desk.run.open('r1');

  const again = await desk.check();
  await desk.file.setRole(0, 'leave-out');
  const otherwise = await desk.check();

  expect([again, otherwise]).toEqual(['r1', 'r2']);
});

test('a file whose run was started gives another draft', async () => {
  const { desk } = setUp({ at: 'running' });
  await desk.file.choose();
  await desk.check();
  await desk.run.open('r1');

  expect(await desk.check()).toBe('r2');
});

test('the way back to the columns is there while the file is open that the draft was made of', async () => {
  const { desk } = setUp();
  await desk.file.choose();
  await desk.check();
  const mayGo = [desk.canGoBack('r1'), desk.canGoBack('r7')];

  desk.file.drop();

  expect([...mayGo, desk.canGoBack('r1')]).toEqual([true, false, false]);
});
