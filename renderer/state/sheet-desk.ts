import { type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { DroppedFile } from './dropped-file.ts';
import { createOpenRun, type OpenRun } from './run.ts';
import { createRunList, type RunList } from './run-list.ts';
import { createSheetFile, type SheetFile } from './sheet-file.ts';

/** Groups from a spreadsheet: the file, the runs, and the one that is open. */
export type SheetDesk = {
  readonly file: SheetFile;
  readonly runs: RunList;
  readonly run: OpenRun;
  /** Whether the opened run shows its plan in place of its rows. */
  readonly isPlanning: ReadonlySignal<boolean>;
  plan(isPlanning: boolean): void;
  /** Makes a draft of the opened file, in place of the one made of it before; answers its id. */
  check(): Promise<string | null>;
  /** Whether the file is still open that this draft was made of. */
  canGoBack(runId: string): boolean;
  /** Whether the columns are shown, rather than the way in. */
  readonly areColumnsShown: ReadonlySignal<boolean>;
  showColumns(areShown: boolean): void;
};

type SheetDeskTools = {
  readonly api: Api;
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
  readonly pathOf: (file: DroppedFile) => string;
};

export function createSheetDesk({ api, listen, accountId, pathOf }: SheetDeskTools): SheetDesk {
  const isPlanning = signal(false);
  const areColumnsShown = signal(false);
  const showColumns = (areShown: boolean) => {
    areColumnsShown.value = areShown;
  };
  const file = createSheetFile({ api, accountId, pathOf, onOpened: () => showColumns(true) });
  const runs = createRunList({ api, listen, accountId });
  let made: { readonly runId: string; readonly sheetId: string } | null = null;

  return {
    file,
    runs,
    run: createOpenRun({ api, listen, accountId }),
    isPlanning,
    plan(next) {
      isPlanning.value = next;
    },
    areColumnsShown,
    showColumns,
    canGoBack: (runId) => made?.runId === runId && file.preview.peek()?.sheetId === made.sheetId,
    async check() {
      const sheetId = file.preview.peek()?.sheetId;
      const run = await file.check();
      if (run === null || sheetId === undefined) return null;
      const before = made;
      made = { runId: run.id, sheetId };
      if (before?.sheetId === sheetId) await runs.remove(before.runId);
      isPlanning.value = false;
      showColumns(false);
      return run.id;
    },
  };
}
