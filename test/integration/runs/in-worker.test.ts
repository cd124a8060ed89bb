import { expect, test, vi } from 'vitest';
import type { FileJobs } from '../../../main/file-worker.ts';
import { createSheetsInWorker } from '../../../main/runs/sheets-in-worker.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { readTableFile } from '../../../main/spreadsheet/read-table-file.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { account, value } from '../contacts/people-world.ts';
import { openDrafts } from './drafts-world.ts';

vi.setConfig({ testTimeout: 60_000 }); // every job starts a thread of its own, from the sources here

const entry = new URL('../../../main/file-worker.ts', import.meta.url);
const inWorker = createInWorker<FileJobs>({ entry, clock: systemClock });
const sheets = (language: 'en' | 'ru') => createSheetsInWorker({ inWorker, language: () => language, now: Date.now });

test('a template that is filled in as it stands is ready to go', async () => {
  const world = openDrafts(sheets('ru'));
  value(await world.drafts.saveTemplate({ format: 'xlsx', shape: 'row-is-person' }));
  const bytes = new Uint8Array(world.desk.saved?.ok ? world.desk.saved.value : []);

  const { sheetId } = value(await world.drafts.openFile({ ...account, name: 'groups.xlsx', bytes, path: '' }));
  const run = value(await world.drafts.check({ ...account, sheetId }));

  expect(run.counts.all).toBeGreaterThan(1);
  expect(run.counts.ready).toBe(run.counts.all);
});

test('a file is read again in another way', async () => {
  const world = openDrafts(sheets('en'));
  const { sheetId, reading } = await world.file('Group;People\nChoir;+79000000001\nChess;+79000000002');
  const roles = ['people', 'people'] as const;

  const again = value(
    await world.drafts.readAgain({ ...account, sheetId, reading: { ...reading, roles: [...roles] } }),
  );

  expect(again.reading.roles).toEqual(roles);
});

test('the rows to fix say in words what to do', async () => {
  const world = openDrafts(sheets('en'));
  const rows = ['Group;People', 'Choir;8 900 000-00-01', 'choir;+79000000002', 'Band;12', ';+79000000003', 'Empty;'];
  await world.asked('Band');
  const runId = await world.checked(rows.join('\n'));

  value(await world.drafts.saveProblems(world.of(runId)));

  const saved = world.desk.saved?.ok ? world.desk.saved.value : new Uint8Array();
  const { tables } = value(await readTableFile(saved, 'problems.xlsx'));
  expect(
    tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.replaceAll(/[\u00a0\u2011]/g, ' '))),
  ).toMatchObject([
    ['Row', 'Group', 'What to fix'],
    ['2', 'Choir', '8 900 000-00-01 is not a full phone number. Did you mean +7 900 000-00-01?'],
    ['3', 'choir', 'The same name stands in row 2. Change one of the two, or leave one out.'],
    ['4', 'Band', expect.stringMatching(/in the queue already.*\n12 is too short for a phone number\./s)],
    ['5', '', expect.stringContaining('Type a name.')],
    ['6', 'Empty', expect.stringContaining('Add at least one.')],
  ]);
});
