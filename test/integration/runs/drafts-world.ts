import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GroupRun } from '../../../core/group-run.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { RunPlan } from '../../../core/run-plan.ts';
import { isFileAt } from '../../../main/electron/beside.ts';
import { readBeside } from '../../../main/electron/read-beside.ts';
import { createDrafts, type DraftsDeps } from '../../../main/runs/drafts.ts';
import { createInTurn } from '../../../main/runs/in-turn.ts';
import type { OpenGroupsFile } from '../../../main/runs/opened-sheets.ts';
import { toRunRow } from '../../../main/runs/row-view.ts';
import { openSheet, readSheet } from '../../../main/runs/sheet/sheet.ts';
import type { KeptRow, KeptRun, RunStore } from '../../../main/runs/store.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { createSqliteRuns } from '../../../main/storage/sqlite-runs.ts';
import { account, openPeople, value } from '../contacts/people-world.ts';

export const plan: RunPlan = {
  ...{ paceMinutes: 5, perDay: 25, from: '09:00', to: '18:00', timeZone: 'UTC', startAtMs: null },
  days: [true, true, true, true, true, false, false],
  stopAfterRefusals: true,
  keepAwake: false,
};

/** Opens files on this thread: a worker of its own for each would take its time. */
export const openSheetHere: OpenGroupsFile = async (bytes, fileName, country) => {
  const done = await openSheet(bytes, fileName, country);
  if (!done.ok) return done;
  const { opened, read } = done.value;
  return ok({ read, again: async (reading) => ok(readSheet(opened, reading, country)) });
};

type File = { readonly name: string; readonly path: string; readonly bytes: Uint8Array };

/** Drafts over the real record, with people and a clock; nothing is sent. */
export function openDrafts(change: Partial<DraftsDeps> = {}) {
  const world = openPeople();
  const store = createSqliteRuns(world.database);
  const journal = createSqliteJournal(world.database);
  const desk = {
    /** What the person chooses next, and what was written last. */
    chosen: null as File | null,
    saved: null as Result<Uint8Array> | null,
    told: [] as GroupRun[],
  };
  let ids = 0;
  const drafts = createDrafts({
    ...{ store, journal, people: world.people, openSheet: openSheetHere },
    accounts: { phoneOf: () => '79000000000' },
    bind: async () => ok('79000000000'),
    countryFor: () => 'RU',
    now: world.clock.now,
    inTurn: createInTurn(),
    newId: () => `run-${++ids}`,
    newPlan: () => plan,
    duplicateMs: 30 * 86_400_000,
    files: {
      choose: async () => ok(desk.chosen),
      choosePicture: async () => ok(desk.chosen),
      isAt: isFileAt,
      readBeside,
      async save(_, make) {
        desk.saved = await make();
        return desk.saved.ok ? ok({ saved: true }) : desk.saved;
      },
    },
    writeTemplate: async () => ok(new Uint8Array()),
    writeProblems: async (_, rows) => ok(new TextEncoder().encode(rows.map(lineOf).join('\n'))),
    async tell(run) {
      const shown = await runOf(store, run);
      desk.told.push(shown);
      return shown;
    },
    viewRow: async (_, row) => toRunRow(row, null),
    ...change,
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  const of = (runId: string) => ({ ...account, runId });
  return Object.assign(world, desk, {
    desk,
    runs: store,
    journal,
    drafts,
    of,
    /** A file as the window has it: its path is true. */
    async file(text: string, name = 'groups.csv') {
      const at = path.join(world.folder, name);
      writeFileSync(at, text);
      return value(await drafts.openFile({ ...account, name, bytes: bytes(text), path: at }));
    },
    async checked(text: string): Promise<string> {
      const { sheetId, reading } = await this.file(text);
      // Two rows of one name may as well be two people of one group: here they are groups.
      value(await drafts.readAgain({ ...account, sheetId, reading: { ...reading, shape: 'row-is-group' } }));
      return value(await drafts.check({ ...account, sheetId })).id;
    },
    /** `2 Choir: ready`, `3 Chess: to-fix (number, no-people)`. */
    lines: async (runId: string) => (await store.allRows(runId, { offset: 0, limit: 500 })).map(lineOf),
    async row(runId: string, rowId: number): Promise<KeptRow> {
      const row = await store.row(runId, rowId);
      if (!row) throw new Error(`no row ${rowId}`);
      return row;
    },
    repair: async (runId: string, how: Parameters<typeof drafts.repair>[0]['how'], rowId: number | null = null) =>
      value(await drafts.repair({ ...of(runId), how, rowId })),
    edit: (runId: string, rowId: number, { name, entries }: Pick<KeptRow, 'name' | 'entries'>) =>
      drafts.editRow({ ...of(runId), rowId, name, entries: [...entries] }),
    /** Groups of these names are in the record. */
    async asked(...names: string[]) {
      for (const name of names) {
        const job = { id: name, accountId: account.accountId, sender: '79000000000', name, fromPhone: null };
        const people = [{ chatId: '79000000001@c.us', name: '', phone: '' }];
        value(await journal.add({ ...job, people, askedAtMs: world.clock.now() }, { again: false, sinceMs: 0 }));
      }
    },
  });
}

export const lineOf = ({ line, name, verdict, problems, wants }: KeptRow): string => {
  const what = problems.map((problem) => problem.is).join(', ');
  return `${line} ${name}: ${verdict}${what && ` (${what})`}${wants === 'no' ? '' : `, ${wants}`}`;
};

async function runOf(store: RunStore, { id, file, ...run }: KeptRun): Promise<GroupRun> {
  const { counts, people, repairable, missing, stepsFailed } = await store.sums(id);
  const { accountId, madeAtMs, startedAtMs, state, resultsFile } = run;
  return {
    ...{ id, accountId, file, madeAtMs, startedAtMs, state, resultsFile, plan: run.plan, extras: run.extras },
    missing: { ...missing, takesMs: 0 },
    ...{ counts, people, repairable, stepsFailed, next: null, waiting: null, doneAtMs: null, helping: null },
    allowance: null,
  };
}
