import type { Api } from '../../core/contract/calls.ts';
import type { BadLine, PeoplePreview } from '../../core/people-import.ts';
import type { Country } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { FilePerson, ReadPeople } from './files/people-file.ts';
import { isRenamedBy, merged } from './import-merge.ts';
import { planImport } from './import-plan.ts';
import type { OpenedPeople, OpenPeopleFile } from './open-people.ts';
import type { OpenPeople, PeopleBook } from './people-book.ts';

type Calls = 'openFile' | 'readAgain' | 'import' | 'dropImport';
export type Imports = { readonly [C in Calls]: Api[`people.${C}`] } & {
  /** The lines of an opened file that gave nobody. */
  badLines(accountId: string, importId: string): Result<{ readonly file: string; readonly lines: readonly BadLine[] }>;
  /** The account was removed. */
  forget(accountId: string): void;
};

export type ImportsDeps = {
  readonly book: PeopleBook;
  readonly openFile: OpenPeopleFile;
  readonly countryFor: (accountId: string) => Country | null;
  readonly changed: (accountId: string) => Promise<void>;
  /** Some of them wait to be saved into the phone's contacts. */
  readonly onQueued: (accountId: string) => void;
  readonly now: () => number;
  readonly newId: () => string;
};

type Opened = {
  readonly importId: string;
  readonly accountId: string;
  readonly file: string;
  readonly opened: OpenedPeople;
  readonly read: ReadPeople;
};

/** So many opened files are kept in memory; the one that was opened first gives way. */
const filesKept = 3;
const shownPeople = 20;
const shownBad = 50;

/** People from files: opened and looked at first, then kept all at once. */
export function createImports(deps: ImportsDeps): Imports {
  const { book, openFile, countryFor, changed, onQueued, now, newId } = deps;
  const files = new Map<string, Opened>();
  const find = (accountId: string, importId: string): Opened | null => {
    const file = files.get(importId);
    return file?.accountId === accountId ? file : null;
  };

  async function preview(file: Opened): Promise<PeoplePreview> {
    files.set(file.importId, file);
    for (const importId of [...files.keys()].slice(0, -filesKept)) files.delete(importId);
    return previewOf(file, await book.open(file.accountId));
  }

  return {
    async openFile({ accountId, name, bytes }) {
      const opened = await openFile(bytes, name, countryFor(accountId));
      if (!opened.ok) return opened;
      const { read } = opened.value;
      return ok(await preview({ importId: newId(), accountId, file: name, opened: opened.value, read }));
    },

    async readAgain({ accountId, importId, reading }) {
      const file = find(accountId, importId);
      if (!file) return err({ code: 'not-found' });
      const read = await file.opened.again(reading);
      if (!read.ok) return read;
      // Dropped while it was being read.
      return files.has(importId) ? ok(await preview({ ...file, read: read.value })) : err({ code: 'not-found' });
    },

    async import({ accountId, importId, listName, toPhone }) {
      const file = find(accountId, importId);
      if (!file) return err({ code: 'not-found' });
      const wanted = { people: file.read.people, listName, toPhone };
      const done = await book.change(accountId, (open) => planImport(open, wanted, { now, newId }));
      if (!done.ok) return done;
      await changed(accountId);
      if (toPhone) onQueued(accountId);
      return done;
    },

    async dropImport({ accountId, importId }) {
      if (find(accountId, importId)) files.delete(importId);
      return ok(null);
    },

    badLines(accountId, importId) {
      const found = find(accountId, importId);
      return found ? ok({ file: found.file, lines: found.read.bad }) : err({ code: 'not-found' });
    },

    forget(accountId) {
      for (const file of files.values()) if (file.accountId === accountId) files.delete(file.importId);
    },
  };
}

function previewOf({ importId, file, read }: Opened, { index, idOf }: OpenPeople): PeoplePreview {
  const { people, bad } = read;
  const counts = { added: 0, changed: 0, repaired: 0 };
  const beforeOf = (person: FilePerson) => index.get(idOf(person.chatId));
  for (const person of people) {
    const before = beforeOf(person);
    if (!before) counts.added += 1;
    else if (isRenamedBy(before, person)) counts.changed += 1;
    if (person.repaired) counts.repaired += 1;
  }
  return {
    ...{ importId, file, kind: read.kind, table: read.table },
    people: people
      .slice(0, shownPeople)
      .map((person) => merged(beforeOf(person), person, []))
      .map(({ name, phone, note }) => ({ name, phone, note })),
    counts: { ...counts, lines: read.lines, people: people.length, repeated: read.repeated, bad: bad.length },
    bad: bad.slice(0, shownBad),
    listName: file.replace(/\.[^.]{1,5}$/, '').slice(0, 100),
  };
}
