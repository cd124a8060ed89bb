import { useEffect, useMemo } from 'preact/hooks';
import type { RunRow } from '../../../core/group-run.ts';
import { createJob } from '../../state/job.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { Decide } from '../result/decide.tsx';
import { JobContext } from '../shared/job-context.ts';
import type { JobRowState } from './job-row.tsx';

/** It was not found: a person looks on the phone and says whether it exists. */
export function Question({ row, state }: { readonly row: RunRow; readonly state: JobRowState }) {
  const t = useWords();
  const { api, work } = useStates();
  const accountId = work.accountId.value;
  const { jobId } = state;
  const job = useMemo(() => createJob(api), [api]);
  useEffect(() => {
    if (accountId !== null) void job.open(accountId, jobId);
  }, [accountId, job, jobId]);

  if (state.state.at !== 'unknown') return null;
  const hasCandidates = state.state.candidates.length > 0;
  const words = t(hasCandidates ? 'result.chooseText' : 'groups.checkText');
  return (
    <JobContext.Provider value={job}>
      <p class="question" title={words}>
        {words}
      </p>
      <div class="line actions">
        {!hasCandidates && <Decide job={{ id: jobId, name: row.name }} state={state.state} size="small" />}
      </div>
    </JobContext.Provider>
  );
}
