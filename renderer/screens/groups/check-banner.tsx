import { useEffect, useMemo } from 'preact/hooks';
import { asksPerson } from '../../../core/asks-person.ts';
import type { GroupRow } from '../../../core/group-job.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { go } from '../../route.ts';
import { createJob } from '../../state/job.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { Decide } from '../result/decide.tsx';
import { JobFailure } from '../result/job-failure.tsx';
import { JobContext } from '../shared/job-context.ts';
import { tidyName } from '../shared/unbroken.ts';

/** A group of which it is not known whether it exists: on top of the record until it is settled. */
export function CheckBanner({ row }: { readonly row: GroupRow }) {
  const t = useWords();
  const { api, work } = useStates();
  const accountId = work.accountId.value;
  const job = useMemo(() => createJob(api), [api]);
  useEffect(() => {
    if (accountId !== null) void job.open(accountId, row.id);
  }, [accountId, job, row.id]);

  const { state } = row;
  if (state.at !== 'unknown') return null;
  const mayAnswer = state.mayDeny !== 'no' && state.candidates.length === 0;
  return (
    <JobContext.Provider value={job}>
      <Banner
        kind="warn"
        icon="ask"
        title={tidyName(row.name)}
        actions={
          <>
            {mayAnswer && <Decide job={row} state={state} size="small" />}
            <Button size="small" kind="quiet" onClick={() => go({ at: 'groups', jobId: row.id })}>
              {t('groups.look')}
            </Button>
          </>
        }
      >
        <p>{t(asksPerson(state) ? 'groups.checkText' : 'groups.lookingText')}</p>
        <JobFailure actions={['decide']} />
      </Banner>
    </JobContext.Provider>
  );
}
