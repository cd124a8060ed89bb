import { type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { SheetPreview } from '../../core/group-sheet.ts';
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
  /**
   * Makes a draft of the opened file, in place of the one made of it before; answers its id. Where the file is read as it
   * was for that one, that one goes on with all its repairs.
   */
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
  let made: { readonly runId: string; readonly preview: SheetPreview } | null = null;

  const run = createOpenRun({ api, listen, accountId });

  /** The draft of the file as it is read now, when nothing was read otherwise since. */
  function draftAsRead(): string | null {
    const open = run.value.peek();
    const isSame = made !== null && made.preview === file.preview.peek() && open?.id === made.runId;
    return isSame && open.state.at === 'draft' ? open.id : null;
  }

  return {
    file,
    runs,
    run,
    isPlanning,
    plan(next) {
      isPlanning.value = next;
    },
    areColumnsShown,
    showColumns,
    canGoBack: (runId) => made?.runId === runId && file.preview.peek()?.sheetId === made.preview.sheetId,
    async check() {
      const preview = file.preview.peek();
      const runId = draftAsRead() ?? (await file.check())?.id ?? null;
      if (runId === null || preview === null) return null;
      made = { runId, preview };
      isPlanning.value = false;
      showColumns(false);
      return runId;
    },
  };
}
