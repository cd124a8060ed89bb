import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { type Entries, keyOf } from '../../state/entries.ts';
import { useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';

const shownAtOnce = 3;

/** What needs a look, each with its one-click repair; the first few, and one click for all that have a guess. */
export function ProblemList({ entries }: { readonly entries: Entries }) {
  const t = useWords();
  const problems = entries.problems.value;
  const repairs = problems.filter(({ at }) => at === 'repair').length;
  const more = problems.length - shownAtOnce;
  return (
    <>
      {repairs > 1 && (
        <div>
          <Button size="small" onClick={entries.repairAll}>
            {t('newGroup.repairAll', { count: repairs })}
          </Button>
        </div>
      )}
      {problems.slice(0, shownAtOnce).map((entry) => (
        <Banner
          key={keyOf(entry)}
          kind="warn"
          actions={
            <>
              {entry.at === 'repair' && (
                <Button size="small" onClick={() => entries.repair(keyOf(entry))}>
                  {t('newGroup.repair')}
                </Button>
              )}
              <Button kind="quiet" size="small" onClick={() => entries.remove(keyOf(entry))}>
                {t('newGroup.takeOutShort')}
              </Button>
            </>
          }
        >
          <p>{sayProblem(t, entry)}</p>
        </Banner>
      ))}
      {more > 0 && <p class="small">{t('newGroup.moreToLookAt', { count: more })}</p>}
    </>
  );
}
