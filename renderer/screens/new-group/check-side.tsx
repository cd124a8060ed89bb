import { nameOf } from '../../../core/account-state-name.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Icon } from '../../components/icon.tsx';
import { PracticeChoices } from '../../components/practice-choices.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { ProblemList } from './problem-list.tsx';
import { useStart } from './use-start.ts';

/** Beside the form: how many are ready, what needs a look, from which number and when. */
export function CheckSide() {
  const t = useWords();
  const { work, accounts } = useStates();
  const { ready, problems } = work.draft.entries;
  const total = ready.value.length + problems.value.length;
  return (
    <aside class="side" id="check" aria-label={t('newGroup.side')}>
      {accounts.isPractice.value && (
        <div class="stack practice-choices">
          <h2>{t('practice.choose')}</h2>
          <PracticeChoices />
        </div>
      )}
      <div class={accounts.isPractice.value ? 'section stack' : 'stack'}>
        <h2>{total === 0 ? t('newGroup.nobody') : t('newGroup.total', { count: total })}</h2>
        {total > 0 && (
          <ul class="checks">
            {ready.value.length > 0 && (
              <li>
                <Icon name="done" kind="ok" />
                {t('newGroup.ready', { count: ready.value.length })}
              </li>
            )}
            {problems.value.length > 0 && (
              <li>
                <Icon name="alert" kind="warn" />
                {t('newGroup.look', { count: problems.value.length })}
              </li>
            )}
          </ul>
        )}
        <ProblemList entries={work.draft.entries} />
        <Repeats />
      </div>
      <div class="section stack">
        <From />
        <When />
      </div>
    </aside>
  );
}

/** Who was there twice, said once. */
function Repeats() {
  const t = useWords();
  const { twice, leftOut } = useStates().work.draft.entries;
  const [first] = twice.value;
  const count = twice.value.length;
  const shown = twice.value.slice(0, 3).join(', ');
  const names = count > 3 ? t('newGroup.andMore', { names: shown, count: count - 3 }) : shown;
  return (
    <div role="status">
      {first !== undefined && (
        <p class="small">
          {count === 1 ? t('newGroup.twiceOne', { name: first }) : t('newGroup.twice', { count, names })}
        </p>
      )}
      {leftOut.value > 0 && <p class="small">{t('newGroup.leftOut', { count: leftOut.value })}</p>}
    </div>
  );
}

function From() {
  const t = useWords();
  const account = useStates().accounts.current.value;
  if (!account) return null;
  return (
    <div>
      <p class="small">{t('newGroup.from')}</p>
      <p class="nowrap">
        <b>{account.phoneShown ?? nameOf(account)}</b>
      </p>
      {account.phoneShown && <p class="small">{nameOf(account)}</p>}
    </div>
  );
}

function When() {
  const t = useWords();
  const format = useFormat();
  const { lastSentAtMs, waiting } = useStates().app.queue.value;
  const { when, isQueued, paceMs } = useStart();
  return (
    <div>
      <p class="small">{t('newGroup.when')}</p>
      <p>
        <b>{when}</b>
      </p>
      {isQueued && (
        <p class="small">
          {t('newGroup.pace', { span: sayWait(t, paceMs) })}{' '}
          {waiting > 0
            ? t('newGroup.before', { count: waiting })
            : lastSentAtMs !== null && t('newGroup.lastMade', { time: format.time(lastSentAtMs) })}
        </p>
      )}
    </div>
  );
}
