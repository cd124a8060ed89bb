import type { JobState } from './group-job.ts';

/** Whether the search for a group whose answer never came has got to where only a person can say. */
export const asksPerson = (state: JobState): boolean =>
  state.at === 'unknown' && (state.mayDeny !== 'no' || state.candidates.length > 0);
