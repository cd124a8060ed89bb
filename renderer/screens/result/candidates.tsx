import type { Candidate } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormat, useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { tidyName } from '../shared/unbroken.ts';

/** New groups on the phone that may be the one; a person points at it. */
export function Candidates({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const t = useWords();
  if (candidates.length === 0) return null;
  return (
    <ul class="list rounded" aria-label={t('result.candidates')}>
      {candidates.map((candidate) => (
        <CandidateRow key={candidate.chatId} {...candidate} />
      ))}
    </ul>
  );
}

function CandidateRow({ chatId, name, createdAtMs, people }: Candidate) {
  const t = useWords();
  const format = useFormat();
  const { acting, decide } = useJob();
  const notes = [
    people !== null && t('result.peopleIn', { count: people }),
    createdAtMs !== null && t('result.madeAt', { time: format.when(createdAtMs, Date.now()) }),
  ].filter((note) => note !== false);
  return (
    <li class="row">
      <Icon name="groups" kind="quiet" />
      <div class="row-main">
        <span class="row-title">{tidyName(name) || t('result.unreadable')}</span>
        <span class="row-note">{notes.join(', ')}</span>
      </div>
      <div class="row-end">
        <Button
          size="small"
          busy={acting.value?.action === 'decide' && t('result.working')}
          onClick={() => void decide({ is: 'exists', chatId })}
        >
          {t('result.thisIsIt')}
        </Button>
      </div>
    </li>
  );
}
