import { useEffect } from 'preact/hooks';
import type { Job } from '../../state/job.ts';
import { useStates } from '../../states.ts';

/** The group with this id, read when it is first shown and followed while it is. */
export function useOpenJob(jobId: string | null): Job {
  const { accountId, job } = useStates().work;
  const id = accountId.value;
  useEffect(() => {
    if (id !== null && jobId !== null) void job.open(id, jobId);
  }, [id, job, jobId]);
  return job;
}
