import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { ColumnRole, PeoplePreview, TableReading } from '../../core/people-import.ts';
import { ok, type Result } from '../../core/result.ts';
import { type DroppedFile, type Refusal, readDropped } from './dropped-file.ts';
import { createLatest } from './latest.ts';
import { withRole } from './table-reading.ts';

/** What went wrong last; `at` says beside what it is said. */
export type ImportTrouble =
  | { readonly at: 'opening'; readonly why: Failure | Refusal }
  | { readonly at: 'reading' | 'keeping' | 'saving'; readonly why: Failure }
  /** Empty where something must be said. */
  | { readonly at: 'text' | 'list-name' };

export type ImportBusy = 'choosing' | 'opening' | 'reading' | 'keeping' | 'saving';

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

type Opened = Result<PeoplePreview | null, Failure | Refusal>;
type Again = { readonly accountId: string; readonly importId: string; readonly reading: TableReading };

/** A newer file may take the place of one on its way. */
const mayOpen: ReadonlySet<ImportBusy | null> = new Set([null, 'opening', 'reading']);

export function createPeopleImport({ api, accountId }: PeopleImportTools): PeopleImport {
  const preview = signal<PeoplePreview | null>(null);
  const busy = signal<ImportBusy | null>(null);
  const trouble = signal<ImportTrouble | null>(null);
  /** Asked for and not answered yet: the screen shows it at once. */
  const asked = signal<TableReading | null>(null);
  const reading = computed(() => asked.value ?? preview.value?.table?.reading ?? null);
  /** Columns whose role a person has chosen. */
  const looked = signal<ReadonlySet<number>>(new Set());
  const as = signal<KeepAs>({ asList: false, listName: '', toPhone: false });
  let opening = 0;

  const letGo = ({ importId }: PeoplePreview) => {
    const id = accountId.peek();
    if (id !== null) void api['people.dropImport']({ accountId: id, importId });
  };

  /** The newest file wins; what was open stays until another one is. */
  async function open(how: 'choosing' | 'opening', ask: (accountId: string) => Promise<Opened>): Promise<void> {
    const id = accountId.peek();
    if (id === null || !mayOpen.has(busy.peek())) return;
    opening += 1;
    const mine = opening;
    busy.value = how;
    trouble.value = null;
    const answer = await ask(id);
    if (mine !== opening) {
      if (answer.ok && answer.value) letGo(answer.value);
      return;
    }
    busy.value = asked.peek() ? 'reading' : null;
    if (!answer.ok) trouble.value = { at: 'opening', why: answer.failure };
    else if (answer.value) show(answer.value);
  }

  function letGoOfPreview(): void {
    const before = preview.peek();
    preview.value = null;
    if (before) letGo(before);
  }

  function show(next: PeoplePreview): void {
    const before = preview.peek();
    if (before) letGo(before);
    asked.value = null;
    busy.value = null;
    looked.value = new Set();
    as.value = { asList: false, listName: next.listName, toPhone: false };
    preview.value = next;
  }

  const again = createLatest<Again, Result<PeoplePreview, Failure>>(api['people.readAgain'], (answer, { importId }) => {
    if (preview.peek()?.importId !== importId) return;
    asked.value = null;
    if (busy.peek() === 'reading') busy.value = null;
    if (answer.ok) preview.value = answer.value;
    else trouble.value = { at: 'reading', why: answer.failure };
  });

  async function read(next: TableReading, lookedAt: readonly number[] | null): Promise<void> {
    const id = accountId.peek();
    const importId = preview.peek()?.importId;
    if (id === null || importId === undefined || (busy.peek() !== null && busy.peek() !== 'reading')) return;
    looked.value = new Set(lookedAt === null ? [] : [...looked.peek(), ...lookedAt]);
    asked.value = next;
    busy.value = 'reading';
    trouble.value = null;
    await again({ accountId: id, importId, reading: next });
  }

  /** One thing at a time with the opened file; a failure stands beside it. */
  async function act<T>(
    at: 'keeping' | 'saving',
    call: (target: { accountId: string; importId: string }) => Promise<Result<T, Failure>>,
  ): Promise<T | null> {
    const id = accountId.peek();
    const importId = preview.peek()?.importId;
    if (id === null || importId === undefined || busy.peek() !== null) return null;
    busy.value = at;
    trouble.value = null;
    const answer = await call({ accountId: id, importId });
    busy.value = null;
    if (!answer.ok) trouble.value = { at, why: answer.failure };
    return answer.ok ? answer.value : null;
  }

  return {
    preview,
    reading,
    busy,
    trouble,
    isGuess: (column) => reading.value?.roles[column] !== 'leave-out' && !looked.value.has(column),
    choose: () => open('choosing', (id) => api['people.chooseFile']({ accountId: id })),
    open: (files) =>
      open('opening', async (id) => {
        const file = await readDropped(files);
        return file.ok ? api['people.openFile']({ accountId: id, ...file.value }) : file;
      }),
    async openText(text, title) {
      if (text.trim() === '') {
        trouble.value = { at: 'text' };
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
      if (trouble.peek()?.at === 'list-name') trouble.value = null;
    },
    async keep() {
      const { asList, listName, toPhone } = as.peek();
      const people = preview.peek()?.counts.people ?? 0;
      const name = asList ? listName.trim() : null;
      if (name === '') {
        trouble.value = { at: 'list-name' };
        return null;
      }
      const done = await act('keeping', (target) => api['people.import']({ ...target, listName: name, toPhone }));
      if (done) letGoOfPreview();
      return done && { ...done, people };
    },
    async saveBadLines() {
      const done = await act('saving', api['people.saveBadLines']);
      return done?.saved ?? false;
    },
    drop() {
      opening += 1;
      busy.value = null;
      trouble.value = null;
      asked.value = null;
      letGoOfPreview();
    },
  };
}

/** Cells copied out of a spreadsheet keep their columns; what stands in a mail has none. */
const isTable = (text: string): boolean => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => line.includes('\t'));
};
