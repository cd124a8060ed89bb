import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../core/contract/calls.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { doingWords } from '../result/missing-people.tsx';
import { tidyName } from '../shared/unbroken.ts';
import { RunFailure } from './run-failure.tsx';

/** More than this nobody reads through; the results file has all of them. */
const peopleMax = 200;

/** Everybody who is not in yet, and in which group. */
export function MissingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const [found, setFound] = useState<Answer<'runs.missing'> | null>(null);
  useEffect(() => {
    void run.act('runs.missing', { offset: 0, limit: peopleMax }).then(setFound);
  }, [run]);
  const more = found ? found.total - found.people.length : 0;

  return (
    <Dialog
      open
      title={t('run.missingTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('shell.close')}</Button>}
    >
      <RunFailure calls={['runs.missing']} />
      {!found && run.acting.value && <Skeleton rows={4} />}
      <ul class="missing-list">
        {found?.people.map(({ doing, group, jobId, person }) => (
          <li key={`${jobId}-${person.chatId}`}>
            <span class="name">{person.name || person.phone}</span>
            {person.name && <span class="phone">{person.phone}</span>}
            <button type="button" class="link-button" onClick={() => go({ at: 'result', jobId })}>
              {tidyName(group)}
            </button>
            {doing && doing !== 'waiting' && <span class="small">{t(doingWords[doing])}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small">{t('run.missingMore', { count: more })}</p>}
    </Dialog>
  );
}
