import type { Entry } from '../../core/contact.ts';
import { noExtras } from '../../core/group-sheet.ts';
import type { RunPlan } from '../../core/run-plan.ts';
import type { KeptRun, NewRow } from '../../main/runs/store.ts';
import { person } from './groups-engine.ts';

export const testPlan: RunPlan = {
  ...{ paceMinutes: 5, perDay: 25, from: '09:00', to: '18:00', timeZone: 'UTC', startAtMs: null },
  days: [true, true, true, true, true, false, false],
  stopAfterRefusals: true,
  keepAwake: false,
};

export const testRun = (id: string, change: Partial<KeptRun> = {}): KeptRun => ({
  ...{ id, accountId: 'account-1', sender: null, file: 'Groups.xlsx', path: '/home/me/Groups.xlsx', madeAtMs: 1000 },
  ...{ startedAtMs: null, state: { at: 'draft' }, plan: testPlan, extras: noExtras, refusals: 0, resultsFile: null },
  ...change,
});

export const ready = (number: number): Entry => ({ at: 'ready', text: '', person: person(number) });

export const testRow = (name: string, change: Partial<NewRow> = {}): NewRow => ({
  ...{ line: 2, name, entries: [ready(1), ready(2)], verdict: 'ready', problems: [] },
  extras: { admins: [], message: '', onlyAdminsWrite: false, picture: '' },
  ...change,
});
