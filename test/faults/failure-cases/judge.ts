import type { JobState } from '../../../core/group-job.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import type { TestEngine } from '../../support/groups-engine.ts';
import { compare } from '../compare.ts';
import { type Found, withViolations } from '../found.ts';
import type { Fed } from './feeds.ts';
import type { Kind } from './kinds.ts';

type Ended = {
  readonly kind: Kind;
  readonly place: number;
  /** The lives of the app, the last of which goes on. */
  readonly lives: readonly [Fed, ...Fed[]];
  readonly practice: Practice;
};

/** Whether each of the groups went where the table says, and the record knows all that were made. */
export async function judge({ kind, place, lives, practice }: Ended): Promise<Found> {
  const last = lives.at(-1) ?? lives[0];
  const engines = lives.map(({ engine }) => engine);
  const asked = await last.asked();
  const wrong: string[] = engines.flatMap(({ errors }) => errors.map(String));

  for (const [at, { job, waiting }] of asked.entries()) {
    const waitsFor = at === place && kind.blow.hasNoName ? 'bad-draft' : at > place ? kind.stops : null;
    if (!job) {
      if (waiting === null || waiting !== waitsFor) wrong.push(`group ${at + 1} is no job and waits for ${waiting}`);
      continue;
    }
    const path = pathOf(engines, job.id);
    const expected = at === place ? kind.path : at > place && kind.stops ? '' : 'sending created';
    if (path !== expected) wrong.push(`group ${at + 1} went “${path}”, not “${expected}”`);
    if (!isWhole(job.state, kind)) wrong.push(`group ${at + 1} ended as ${JSON.stringify(job.state)}`);
  }
  const stands = asked.some(({ job, waiting }) => (job ? job.state.at === 'queued' : waiting === kind.stops));
  const at = await last.at();
  if (at !== null && at !== (stands ? 'running' : 'ended')) wrong.push(`the run is ${at}`);

  const rows = asked.flatMap(({ name, job }) => (job ? { name, state: job.state } : []));
  const found = withViolations(compare(practice.world.groups.slice(1), rows), wrong);
  return { ...found, cases: 1 };
}

/** What waits says why; what is unknown has been looked for until a person may decide. */
function isWhole(state: JobState, { stops }: Kind): boolean {
  if (state.at === 'queued') return stops !== null && state.waiting?.code === stops;
  return state.at !== 'unknown' || state.mayDeny !== 'no';
}

/** The states that the window was told, from the first attempt on. */
function pathOf(engines: readonly TestEngine[], jobId: string): string {
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
