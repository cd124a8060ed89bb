import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Job } from '../../state/job.ts';
import { useStates } from '../../states.ts';

/** The group that buttons act on, where it is not the opened one. */
export const JobContext = createContext<Job | null>(null);

/** The group that the buttons of this place act on: the opened one, unless a context names another. */
export function useJob(): Job {
  const { work } = useStates();
  return useContext(JobContext) ?? work.job;
}
