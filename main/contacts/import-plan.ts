import { setImmediate } from 'node:timers/promises';
import type { Person } from '../../core/contact.ts';
import type { Answer } from '../../core/contract/calls.ts';
import { listNameMax } from '../../core/people-list.ts';
import { ok, type Result } from '../../core/result.ts';
import type { FilePerson } from './files/people-file.ts';
import { merged } from './import-merge.ts';
import { sameName } from './lists.ts';
import { tidy, tombstone } from './merge.ts';
import type { OpenPeople } from './people-book.ts';
import type { KeptContact, KeptList, PeopleChange, PeopleWrite } from './store.ts';

type Wanted = {
  readonly people: readonly FilePerson[];
  readonly listName: string | null;
  readonly toPhone: boolean;
  /** The lists that the people name are what was asked for, with no list for all of them. */
  readonly isOfLists?: boolean;
};
type Tools = { readonly now: () => number; readonly newId: () => string };
type Planned = { readonly write: PeopleWrite; readonly answer: Answer<'people.import'> };

/** More names than these are no lists, but something else that stands in the column. */
const listsMost = 500;

/** So many are looked at in one go: the window and the queue get their turn in between. */
const batchSize = 5_000;

/**
 * What keeping the people of a file changes, all of it in one write. With `listName` they also go into the saved list of that
 * name, and those whom the file names lists for into these; without it nobody asked for lists, and the file's are left alone.
 */
export async function planImport(open: OpenPeople, wanted: Wanted, { now, newId }: Tools): Promise<Result<Planned>> {
  const shelf = createListShelf(open, newId);
  const mainName = tidy(wanted.listName ?? '').slice(0, listNameMax);
  const mainList = mainName === '' ? null : shelf.idOf(mainName);
  const columnLists = areLists(wanted.people) ? (person: FilePerson) => person.lists : () => [];
  const counts = { added: 0, changed: 0, known: 0 };
  const people: { before: KeptContact | null; after: KeptContact }[] = [];
  const toPhone: Person[] = [];

  for (const [place, person] of wanted.people.entries()) {
    if (place % batchSize === batchSize - 1) await setImmediate();
    const chatId = open.idOf(person.chatId);
    const before = open.index.get(chatId);
    const named = mainList === null && !wanted.isOfLists ? [] : columnLists(person).map(shelf.idOf);
    const listIds = mainList === null ? named : [mainList, ...named];
    const after = merged(before, { ...person, chatId }, listIds);
    if (!before) counts.added += 1;
    else if (after.name !== before.name) counts.changed += 1;
    else counts.known += 1;
    if (after !== before)
      people.push({ before: before ?? (open.deleted.has(chatId) ? tombstone(chatId) : null), after });
    if (wanted.toPhone && after.phoneName === null) toPhone.push({ chatId, name: after.name, phone: after.phone });
  }

  const change: PeopleChange = {
    ...{ changeId: newId(), kind: 'import', atMs: now(), people },
    ...{ listsMade: shelf.made, listsDeleted: [] },
  };
  const put = people.map(({ after }) => after);
  return ok({
    write: { put, lists: shelf.made, change, queued: { kind: 'to-phone', people: toPhone } },
    answer: { undoId: change.changeId, count: put.length, ...counts, listId: mainList },
  });
}

const areLists = (people: readonly FilePerson[]): boolean =>
  new Set(people.flatMap(({ lists }) => lists.map((name) => name.toLowerCase()))).size <= listsMost;

/** Lists by their names; one that is not there yet is made. */
function createListShelf({ lists }: OpenPeople, newId: () => string) {
  const made: KeptList[] = [];
  const byName = new Map<string, string>();
  return {
    made: made as readonly KeptList[],
    idOf(rawName: string): string {
      const name = tidy(rawName).slice(0, listNameMax);
      const key = name.toLowerCase();
      const known = byName.get(key) ?? [...lists.values()].find((list) => sameName(list.name, name))?.listId;
      const listId = known ?? newId();
      if (known === undefined) made.push({ listId, name });
      byName.set(key, listId);
      return listId;
    },
  };
}
