import { signal } from '@preact/signals';
import type { Payload } from '../../../core/contract/events.ts';
import type { GroupRun, RunRow, RunState } from '../../../core/group-run.ts';
import type { SheetPreview } from '../../../core/group-sheet.ts';
import type { Forecast, RunPlan } from '../../../core/run-plan.ts';

export const plan: RunPlan = {
  paceMinutes: 5,
  perDay: 25,
  from: '09:00',
  to: '18:00',
  days: [true, true, true, true, true, false, false],
  timeZone: 'Europe/Moscow',
  startAtMs: null,
  stopAfterRefusals: true,
  keepAwake: false,
};

export const forecast: Forecast = { days: [], firstAtMs: 1_000, doneAtMs: 2_000 };

export const runOf = (id: string, state: RunState = { at: 'draft' }, more: Partial<GroupRun> = {}): GroupRun => ({
  id,
  accountId: 'a1',
  file: `${id}.xlsx`,
  madeAtMs: 1_000,
  startedAtMs: null,
  state,
  plan,
  extras: { alwaysAdd: [], admins: [], picture: null, onlyAdminsWrite: false, message: '' },
  counts: {
    all: 3,
    ready: 3,
    toFix: 0,
    duplicate: 0,
    leftOut: 0,
    waiting: 0,
    sending: 0,
    created: 0,
    unknown: 0,
    refused: 0,
    skipped: 0,
  },
  people: 6,
  repairable: { numbers: 0, groups: 0 },
  next: null,
  waiting: null,
  doneAtMs: null,
  missing: { people: 0, groups: 0, takesMs: 0 },
  helping: null,
  allowance: null,
  stepsFailed: 0,
  resultsFile: null,
  ...more,
});

export const rowOf = (rowId: number, state: RunRow['state'] = checked('ready')): RunRow => ({
  rowId,
  line: rowId + 2,
  name: `Class ${rowId}`,
  people: 2,
  state,
});

export function checked(
  verdict: Extract<RunRow['state'], { at: 'checked' }>['verdict'],
  problems: Extract<RunRow['state'], { at: 'checked' }>['problems'] = [],
): RunRow['state'] {
  return { at: 'checked', verdict, problems };
}

export const sheetOf = (sheetId: string, more: Partial<SheetPreview> = {}): SheetPreview => ({
  sheetId,
  file: `${sheetId}.xlsx`,
  kind: 'xlsx',
  reading: {
    table: 0,
    headingLine: 1,
    shape: 'row-is-person',
    roles: ['group', 'name', 'phone'],
    namePattern: null,
    country: null,
  },
  sheets: ['Parents', 'Teachers'],
  headings: ['Class', 'Parent', 'Phone'],
  rows: [],
  counts: { rows: 6, groups: 3, people: 6, fewest: 2, most: 2, usual: 2 },
  first: null,
  callingCode: '+7',
  ...more,
});

/** What main tells, by hand: the state listens, the test tells. */
export function createNews() {
  const listeners: ((run: Payload<'runs.changed'>) => void)[] = [];
  return {
    // The states here listen to this one event.
    listen: ((_name: string, listener: (run: Payload<'runs.changed'>) => void) => {
      listeners.push(listener);
      return () => {};
    }) as never,
    tell: (run: GroupRun) => {
      for (const listener of listeners) listener(run);
    },
  };
}

export const account = () => signal<string | null>('a1');

export const settled = async () => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};
