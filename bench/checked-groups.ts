import { digitsOf } from '../core/chat-id.ts';
import { noExtras } from '../core/group-sheet.ts';
import { ok } from '../core/result.ts';
import { createWhoIsOff } from '../main/contacts/answers.ts';
import { createPeopleBook } from '../main/contacts/people-book.ts';
import { rowsToJudge } from '../main/runs/check.ts';
import { createJudge } from '../main/runs/judging.ts';
import { openSheet } from '../main/runs/sheet/sheet.ts';
import { openDatabase } from '../main/storage/database.ts';
import { createSqliteContacts } from '../main/storage/sqlite-contacts.ts';
import { createSqliteJournal } from '../main/storage/sqlite-journal.ts';
import { crowd } from '../test/support/crowd.ts';
import { addJob, sender, sure } from './record.ts';
import { fewRounds, median, settle, timed } from './settle.ts';

const peopleEach = 20;
const groupsBefore = 500;
const checksBefore = 2_000;

/** A table with a person in each row as offices keep them: numbers written in every way, one of them bad now and then. */
export function peopleTable(rows: number): string[][] {
  const people = crowd(rows - 1, 1).map(({ chatId, name }, place) => {
    const digits = chatId.endsWith('@c.us') ? digitsOf(chatId) : String(79_990_000_000 + place);
    return [`Группа ${Math.floor(place / peopleEach) + 1}`, name, written(digits, place)];
  });
  return [['Класс', 'ФИО', 'Телефон'], ...people];
}

/** `+7…` as people and as programs write it; in some groups with an 8 in front; a digit too few now and then. */
function written(digits: string, place: number): string {
  const [, code, first, second, third] = /^7(...)(...)(..)(..)$/.exec(digits) ?? [];
  if (place % 500 === 499) return digits.slice(1, 9);
  const spaced = `(${code}) ${first}-${second}-${third}`;
  const isLocal = Math.floor(place / peopleEach) % 3 === 0;
  return [`+7 ${spaced}`, `+${digits}`, digits, isLocal ? `8 ${spaced}` : `7 ${spaced}`][place % 4] ?? digits;
}

/** Opens a file and judges every group of it against a record in memory, as the check does. Answers how many are ready. */
export async function createCheck(): Promise<(bytes: Uint8Array, name: string) => Promise<number>> {
  const database = openDatabase(':memory:');
  const journal = createSqliteJournal(database);
  for (let count = 0; count < groupsBefore; count += 1) await addJob(journal);
  const store = createSqliteContacts(database);
  for (const [place, { chatId }] of crowd(checksBefore, 1).entries()) {
    sure(await store.write('bench', { checked: { chatId, isOn: place % 20 > 0, atMs: Date.now() } }));
  }
  const judge = createJudge({
    journal,
    people: { whoIsOff: createWhoIsOff({ book: createPeopleBook(store, () => true), store, now: Date.now }) },
    accounts: { phoneOf: () => sender },
    bind: async () => ok(sender),
    now: Date.now,
    duplicateMs: Number.POSITIVE_INFINITY,
  });
  return async (bytes, name) => {
    const { read } = sure(await openSheet(bytes, name, 'RU'));
    const rows = sure(await judge('bench', rowsToJudge(read.groups, { troubles: new Map() }), noExtras));
    return rows.filter(({ verdict }) => verdict === 'ready').length;
  };
}

/** The medians of both sides in ms. */
export async function compare(ours: () => unknown, reference: () => unknown) {
  const times = await settle({
    ours: () => timed(ours),
    reference: () => timed(reference),
    figure: (sides) => median(sides.ours) / median(sides.reference),
    rounds: fewRounds,
  });
  return { ours: median(times.ours), reference: median(times.reference) };
}
