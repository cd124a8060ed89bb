import type { JobState } from '../../../core/group-job.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import { accountId, type TestEngine } from '../../support/groups-engine.ts';
import { compare, type Row } from '../compare.ts';
import { type Found, withViolations } from '../found.ts';
import type { Kind } from './kinds.ts';

type Ended = {
  readonly kind: Kind;
  readonly place: number;
  /** In their order; null: not taken. */
  readonly ids: readonly (string | null)[];
  /** The lives of the engine, the last of which goes on. */
  readonly engines: readonly [TestEngine, ...TestEngine[]];
  readonly practice: Practice;
};

/** Whether each of the groups went where the table says, and the record knows all that were made. */
export async function judge({ kind, place, ids, engines, practice }: Ended): Promise<Found> {
  const rows: Row[] = [];
  const wrong: string[] = engines.flatMap(({ errors }) => errors.map(String));

  for (const [at, jobId] of ids.entries()) {
    if (jobId === null) {
      if (at !== place || !kind.blow.hasNoName) wrong.push(`group ${at + 1} was not taken`);
      continue;
    }
    const shown = await (engines.at(-1) ?? engines[0]).groups.show({ accountId, jobId });
    if (!shown.ok) throw new Error(shown.failure.code);
    const { name, state } = shown.value;
    rows.push({ name, state });
    const path = pathOf(engines, jobId);
    const expected = at === place ? kind.path : at > place && kind.stops ? '' : 'sending created';
    if (path !== expected) wrong.push(`group ${at + 1} went “${path}”, not “${expected}”`);
    if (!isWhole(state, kind)) wrong.push(`group ${at + 1} ended as ${JSON.stringify(state)}`);
  }
  const found = withViolations(compare(practice.world.groups.slice(1), rows), wrong);
  return { ...found, cases: 1 };
}

/** What waits says why; what is unknown has been looked for until a person may decide. */
function isWhole(state: JobState, { stops }: Kind): boolean {
  if (state.at === 'queued') return stops !== null && state.waiting?.code === stops;
  return state.at !== 'unknown' || state.mayDeny !== 'no';
}

/** The states that the window was told, from the first attempt on. */
function pathOf(engines: Ended['engines'], jobId: string): string {
  const told = engines
    .flatMap(({ events }) => events)
    .flatMap(({ payload }) => ('id' in payload && payload.id === jobId ? [payload.state.at] : []));
  const first = told.indexOf('sending');
  if (first < 0) return '';
  return told
    .slice(first)
    .filter((at, place, all) => at !== all[place - 1])
    .join(' ');
}
