import { computed, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { GroupRun } from '../../core/group-run.ts';
import type { SheetPreview, SheetReading, SheetRole, SheetShape } from '../../core/group-sheet.ts';
import { type DroppedFile, readDropped } from './dropped-file.ts';
import { createOpenedFile, type OpenedFile } from './opened-file.ts';
import { rolesWith } from './table-reading.ts';

/** A file of groups from the choice to the check: opened, looked at, read otherwise, made a run of. */
export type SheetFile = Pick<
  OpenedFile<SheetPreview, SheetReading, 'checking'>,
  'preview' | 'busy' | 'trouble' | 'drop'
> & {
  /** How the file is read or about to be. */
  readonly reading: ReadonlySignal<SheetReading | null>;
  choose(): Promise<void>;
  open(files: readonly DroppedFile[]): Promise<void>;
  setRole(column: number, role: SheetRole): Promise<void>;
  /** Another shape, line of headings, name or country; another sheet is guessed anew. */
  change(change: Partial<Omit<SheetReading, 'roles'>>): Promise<void>;
  /** A run with every row judged; null when it failed. */
  check(): Promise<GroupRun | null>;
};

export type SheetFileTools = {
  readonly api: Pick<Api, 'runs.chooseFile' | 'runs.openFile' | 'runs.readAgain' | 'runs.dropFile' | 'runs.check'>;
  readonly accountId: ReadonlySignal<string | null>;
  /** Where a dropped file lies; empty when nobody knows. */
  readonly pathOf: (file: DroppedFile) => string;
  readonly onOpened: () => void;
};

/** These may stand over several columns. */
const severalTimes: ReadonlySet<SheetRole> = new Set(['people', 'name', 'phone', 'admins', 'leave-out']);

/** In the order in which they are offered. */
const rolesOf: Readonly<Record<SheetShape, readonly SheetRole[]>> = {
  'row-is-group': ['leave-out', 'group', 'people', 'name', 'phone', 'admins', 'message', 'picture', 'only-admins'],
  'row-is-person': ['leave-out', 'group', 'name', 'phone', 'is-admin', 'message', 'picture', 'only-admins'],
};

/** What a column may be in this shape; what it is now stays on offer. */
export const rolesFor = (shape: SheetShape, now: SheetRole): readonly SheetRole[] => {
  const roles = rolesOf[shape];
  return roles.includes(now) ? roles : [...roles, now];
};

export function createSheetFile({ api, accountId, pathOf, onOpened }: SheetFileTools): SheetFile {
  const file = createOpenedFile<SheetPreview, SheetReading, 'checking'>({
    accountId,
    idOf: ({ sheetId }) => sheetId,
    readAgain: (id, sheetId, reading) => api['runs.readAgain']({ accountId: id, sheetId, reading }),
    letGo: (id, sheetId) => api['runs.dropFile']({ accountId: id, sheetId }),
    onOpened,
  });
  const reading = computed(() => file.asked.value ?? file.preview.value?.reading ?? null);

  return {
    preview: file.preview,
    busy: file.busy,
    trouble: file.trouble,
    drop: file.drop,
    reading,
    choose: () => file.open('choosing', (id) => api['runs.chooseFile']({ accountId: id })),
    open: (files) =>
      file.open('opening', async (id) => {
        const dropped = await readDropped(files);
        const path = files[0] ? pathOf(files[0]) : '';
        return dropped.ok ? api['runs.openFile']({ accountId: id, ...dropped.value, path }) : dropped;
      }),
    async setRole(column, role) {
      const now = reading.peek();
      if (now) await file.read({ ...now, roles: rolesWith(now.roles, column, role, severalTimes) });
    },
    async change(change) {
      const now = reading.peek();
      if (!now) return;
      // Another sheet has other columns, and what is a person in one shape may be a group in the other.
      const isOther = change.table !== undefined || change.shape !== undefined;
      const sheet = change.table === undefined ? {} : { headingLine: null, namePattern: null };
      await file.read({ ...now, ...sheet, ...change, roles: isOther ? [] : now.roles });
    },
    check: () => file.act('checking', (id, sheetId) => api['runs.check']({ accountId: id, sheetId })),
  };
}
