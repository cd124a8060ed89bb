import type { GroupJob, JobState } from '../../core/group-job.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeGreenApi } from './fake-green-api.ts';
import { accountId, draft, type EngineOptions, openEngine } from './groups-engine.ts';

type SceneOptions = Omit<Partial<EngineOptions>, 'clock' | 'api'> & {
  readonly start?: boolean;
  readonly knowsGroups?: boolean;
};

/** An engine with one account whose phone knows one group already, and short ways to what tests do most. */
export async function scene({ start = true, knowsGroups = true, ...options }: SceneOptions = {}) {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  if (knowsGroups) api.make('Known before');
  const engine = openEngine({ clock, api, ...options });
  if (start) await engine.groups.start();

  const create = async (name: string, options: Parameters<typeof draft>[1] = {}): Promise<string> => {
    const asked = await engine.groups.create(draft(name, options));
    if (!asked.ok) throw new Error(`refused: ${asked.failure.code}`);
    return asked.value.id;
  };
  const show = async (jobId: string): Promise<GroupJob> => {
    const shown = await engine.groups.show({ accountId, jobId });
    if (!shown.ok) throw new Error(`gone: ${shown.failure.code}`);
    return shown.value;
  };
  const stateOf = async (jobId: string): Promise<JobState> => (await show(jobId)).state;
  const sent = () => api.callsOf('createGroup').length;
  return { clock, api, engine, create, show, stateOf, sent };
}
