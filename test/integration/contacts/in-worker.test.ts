import { expect, test, vi } from 'vitest';
import { openPeopleIn } from '../../../main/contacts/open-people.ts';
import type { FileJobs } from '../../../main/file-worker.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { value } from './people-world.ts';

vi.setConfig({ testTimeout: 60_000 }); // every job starts a thread of its own, from the sources here

const entry = new URL('../../../main/file-worker.ts', import.meta.url);
const inWorker = createInWorker<FileJobs>({ entry, clock: systemClock });
const open = openPeopleIn(inWorker);
const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is opened away from the main thread, and read again with other columns', async () => {
  const { read, again } = value(await open(bytes('Anna;+79000000001'), 'list.csv', 'RU'));
  const other = value(await again({ table: 0, headingLine: null, roles: ['note', 'phone'] }));

  expect(read.people).toMatchObject([{ name: 'Anna', phone: '+7 900 000-00-01' }]);
  expect(other.people).toMatchObject([{ name: '', note: 'Anna' }]);
});

test('what is wrong with a file comes back as a failure', async () => {
  expect(await open(bytes(''), 'list.csv', null)).toMatchObject({ ok: false, failure: { code: 'file-empty' } });
});

test('people that are written there are the same when they are read again', async () => {
  const people = [{ name: 'Anna', phone: '+7 900 000-00-01', note: 'after six', lists: ['Choir'] }];

  const written = value(await inWorker('people.write', { fileName: '', format: 'xlsx', people, language: 'en' }));
  const { read } = value(await open(written, 'people.xlsx', 'RU'));

  expect(read.people).toMatchObject(people);
});
