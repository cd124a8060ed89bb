import path from 'node:path';
import { createPractice, type Practice } from '../main/practice/practice.ts';
import { openDatabase } from '../main/storage/database.ts';
import { textRow } from '../main/storage/job-rows.ts';
import { createSqliteContacts } from '../main/storage/sqlite-contacts.ts';
import { createSqliteJournal } from '../main/storage/sqlite-journal.ts';
import { systemClock } from '../main/system-clock.ts';
import { type Apps, withApps } from '../test/support/apps.ts';
import { setUpAccount } from '../test/support/clerk.ts';
import { crowd, crowdLists } from '../test/support/crowd.ts';
import { sender, sure } from './record.ts';
import type { Row } from './row.ts';
import { median, timed } from './settle.ts';

const people = 100_000;
const groups = 10_000;
const most = 1.2;
const starts = 9;
const peopleEach = 20;
const yearAgoMs = Date.now() - 31_536_000_000;

/** P11: from the start of the program to a window that can be used. */
export const fullStart: Row = {
  id: 'P11',
  what: `start with ${people} contacts and ${groups} groups, against an empty profile`,
  promise: `≤ ${most} × at the median`,
  async measure() {
    const practice = await createPractice({ seed: 1, clock: systemClock, world: { people: 0 } });
    const times = { full: [] as number[], empty: [] as number[] };
    try {
      await withApps('.', (empty) =>
        withApps('.', async (full) => {
          await setUp(empty, practice);
          await setUp(full, practice);
          await fill(path.join(full.userData, 'groups.db'));
          for (let round = 0; round < starts; round += 1) {
            times.empty.push(await startAndQuit(empty));
            times.full.push(await startAndQuit(full));
          }
        }),
      );
    } finally {
      await practice.close();
    }
    const [ours, reference] = [times.full, times.empty].map((taken) => median(taken.toSorted((a, b) => a - b)));
    if (ours === undefined || reference === undefined) throw new Error('Nothing could be measured.');
    return { unit: 'ms', ours, reference, ratio: ours / reference, held: ours / reference <= most };
  },
};

async function setUp({ launch, quit }: Apps, practice: Practice): Promise<void> {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await quit();
}

async function startAndQuit({ launch, quit }: Apps): Promise<number> {
  const took = await timed(async () => {
    const { page } = await launch();
    await page.getByRole('heading', { name: 'New group' }).waitFor();
    await page.getByLabel('Name of the group').click();
  });
  await quit();
  return took;
}

/** Puts contacts and made groups into the record of an app that has ended. */
async function fill(file: string): Promise<void> {
  const database = openDatabase(file);
  try {
    const accountId = database.read((sql) => sql.get(textRow, 'SELECT account_id AS value FROM accounts'))?.value;
    if (accountId === undefined) throw new Error('The app has no account.');
    const put = crowd(people, 1);
    sure(await createSqliteContacts(database).write(accountId, { put, lists: crowdLists }));

    const journal = createSqliteJournal(database);
    const ofGroup = (group: number) => put.slice((group * 7) % 90_000, ((group * 7) % 90_000) + peopleEach);
    for (let group = 0; group < groups; group += 1) {
      const job = { id: `job-${group}`, accountId, sender, name: `Group ${group}`, fromPhone: null };
      const asked = { ...job, people: ofGroup(group), askedAtMs: yearAgoMs + group };
      sure(await journal.add(asked, { again: false, sinceMs: 0 }));
    }
    const made = `'{"at":"created","chatId":"1-' || turn || '@g.us","madeAtMs":' || asked_at_ms || ',"how":"answered"}'`;
    sure(database.write((sql) => sql.run(`UPDATE jobs SET state = ${made}, checked_at_ms = asked_at_ms`)));
  } finally {
    database.close();
  }
}
