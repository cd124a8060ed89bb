import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { ColumnRole, PeoplePreview, TableReading } from '../../core/people-import.ts';
import { ok } from '../../core/result.ts';
import { type DroppedFile, readDropped } from './dropped-file.ts';
import { createOpenedFile, type FileBusy, type FileTrouble } from './opened-file.ts';
import { withRole } from './table-reading.ts';

/** What went wrong last; `at` says beside what it is said. */
export type ImportTrouble =
  | FileTrouble<Keeping>
  /** Empty where something must be said. */
  | { readonly at: 'text' | 'list-name' };

export type ImportBusy = FileBusy<Keeping>;

/** What else becomes of the people that are kept. */
export type KeepAs = { readonly asList: boolean; readonly listName: string; readonly toPhone: boolean };

export type Imported = Answer<'people.import'> & { readonly people: number };

/** The import of people from a file or a text: opened, looked at, read otherwise, and kept or dropped. */
export type PeopleImport = {
  /** The opened file; null at the door. */
  readonly preview: ReadonlySignal<PeoplePreview | null>;
  /** How the table is read or about to be; null for what is no table. */
  readonly reading: ReadonlySignal<TableReading | null>;
  readonly busy: ReadonlySignal<ImportBusy | null>;
  readonly trouble: ReadonlySignal<ImportTrouble | null>;
  /** Whether the role of a column was guessed and not yet looked at by a person. */
  isGuess(column: number): boolean;
  choose(): Promise<void>;
  open(files: readonly DroppedFile[]): Promise<void>;
  /** What was pasted; `title` is what it is called in place of a file's name. */
  openText(text: string, title: string): Promise<void>;
  setRole(column: number, role: ColumnRole): Promise<void>;
  setSheet(table: number): Promise<void>;
  setHeadingLine(line: number | null): Promise<void>;
  readonly as: ReadonlySignal<KeepAs>;
  setAs(change: Partial<KeepAs>): void;
  /** Keeps everybody; null when it failed. */
  keep(): Promise<Imported | null>;
  /** True when the bad lines were written. */
  saveBadLines(): Promise<boolean>;
  /** Lets go of the opened file and of the one that is being opened. */
  drop(): void;
};

export type PeopleImportTools = {
  readonly api: Pick<
    Api,
    | 'people.chooseFile'
    | 'people.openFile'
    | 'people.readAgain'
    | 'people.import'
    | 'people.saveBadLines'
    | 'people.dropImport'
  >;
  readonly accountId: ReadonlySignal<string | null>;
};

type Keeping = 'keeping' | 'saving';

export function createPeopleImport({ api, accountId }: PeopleImportTools): PeopleImport {
  const file = createOpenedFile<PeoplePreview, TableReading, Keeping>({
    accountId,
    idOf: ({ importId }) => importId,
    readAgain: (id, importId, reading) => api['people.readAgain']({ accountId: id, importId, reading }),
    letGo: (id, importId) => api['people.dropImport']({ accountId: id, importId }),
    onOpened(preview) {
      looked.value = new Set();
      as.value = { asList: false, listName: preview.listName, toPhone: false };
    },
  });
  const reading = computed(() => file.asked.value ?? file.preview.value?.table?.reading ?? null);
  /** Columns whose role a person has chosen. */
  const looked = signal<ReadonlySet<number>>(new Set());
  const as = signal<KeepAs>({ asList: false, listName: '', toPhone: false });
  /** What the person left empty; any other trouble is the file's. */
  const missing = signal<'text' | 'list-name' | null>(null);

  async function open(how: 'choosing' | 'opening', ask: Parameters<typeof file.open>[1]): Promise<void> {
    missing.value = null;
    await file.open(how, ask);
  }

  async function read(next: TableReading, lookedAt: readonly number[] | null): Promise<void> {
    if (!file.mayRead()) return;
    missing.value = null;
    looked.value = new Set(lookedAt === null ? [] : [...looked.peek(), ...lookedAt]);
    await file.read(next);
  }

  return {
    preview: file.preview,
    reading,
    busy: file.busy,
    trouble: computed(() => (missing.value === null ? file.trouble.value : { at: missing.value })),
    isGuess: (column) => reading.value?.roles[column] !== 'leave-out' && !looked.value.has(column),
    choose: () => open('choosing', (id) => api['people.chooseFile']({ accountId: id })),
    open: (files) =>
      open('opening', async (id) => {
        const dropped = await readDropped(files);
        return dropped.ok ? api['people.openFile']({ accountId: id, ...dropped.value }) : dropped;
      }),
    async openText(text, title) {
      if (text.trim() === '') {
        missing.value = 'text';
        return;
      }
      const pasted = { name: `${title}.${isTable(text) ? 'tsv' : 'txt'}`, bytes: new TextEncoder().encode(text) };
      await open('opening', async (id) => {
        const answer = await api['people.openFile']({ accountId: id, ...pasted });
        return answer.ok ? ok({ ...answer.value, file: '' }) : answer;
      });
    },
    async setRole(column, role) {
      const now = reading.peek();
      if (now) await read(withRole(now, column, role), [column]);
    },
    // The columns of another sheet are guessed anew.
    async setSheet(table) {
      if (reading.peek()) await read({ table, headingLine: null, roles: [] }, null);
    },
    async setHeadingLine(headingLine) {
      const now = reading.peek();
      if (now) await read({ ...now, headingLine }, []);
    },
    as,
    setAs(change) {
      as.value = { ...as.peek(), ...change };
      if (missing.peek() === 'list-name') missing.value = null;
    },
    async keep() {
      const { asList, listName, toPhone } = as.peek();
      const people = file.preview.peek()?.counts.people ?? 0;
      const name = asList ? listName.trim() : null;
      if (name === '') {
        missing.value = 'list-name';
        return null;
      }
      missing.value = null;
      const done = await file.act('keeping', (id, importId) =>
        api['people.import']({ accountId: id, importId, listName: name, toPhone }),
      );
      if (done) file.letGo();
      return done && { ...done, people };
    },
    async saveBadLines() {
      missing.value = null;
      const done = await file.act('saving', (id, importId) => api['people.saveBadLines']({ accountId: id, importId }));
      return done?.saved ?? false;
    },
    drop() {
      missing.value = null;
      file.drop();
    },
  };
}

/** Cells copied out of a spreadsheet keep their columns; what stands in a mail has none. */
const isTable = (text: string): boolean => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.includes('\t'));
};
