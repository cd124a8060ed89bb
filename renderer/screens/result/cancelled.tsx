import type { GroupJob } from '../../../core/group-job.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useStartLike } from '../shared/use-start-like.ts';
import { JobFacts } from './job-facts.tsx';

/** Taken out of the queue: nothing happened, and the same group can be started anew. */
export function Cancelled({ job }: { readonly job: GroupJob }) {
  const t = useWords();
  const startLike = useStartLike();
  return (
    <div class="narrow stack">
      <Banner icon="info" title={t('result.cancelledTitle')}>
        <p>{t('result.cancelledText')}</p>
      </Banner>
      <JobFacts job={job} />
      <div class="line">
        <Button icon="new-group" onClick={() => startLike(job.name, job.people)}>
          {t('result.likeThis')}
        </Button>
      </div>
    </div>
  );
}
