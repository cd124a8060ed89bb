import { nameOf } from '../../../core/account-state-name.ts';
import { normalizeName } from '../../../core/draft-rules.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { useStart } from './use-start.ts';

const namesShown = 2;

/** What is about to be done, before it is done: the facts, one sentence, Back and the verb. */
export function SumUp() {
  const t = useWords();
  const format = useFormat();
  const { work, accounts } = useStates();
  const { creator, draft } = work;
  const { isQueued, when } = useStart();
  const creating = creator.state.value;
  const account = accounts.current.value;
  const isAsking = creating.at === 'asking' && !creating.again;

  const people = draft.entries.ready.value;
  const shown = people
    .slice(0, namesShown)
    .map(({ name, phone }) => name || phone)
    .join(', ');
  const more = people.length - namesShown;

  return (
    <Dialog
      open={creating.at === 'sum-up' || isAsking}
      title={t(isQueued ? 'newGroup.sumUpQueue' : 'newGroup.sumUpNow')}
      onClose={creator.back}
      actions={
        <>
          <Button onClick={creator.back}>{t('shell.back')}</Button>
          <Button kind="primary" busy={isAsking && t('newGroup.asking')} onClick={() => void creator.confirm(false)}>
            {t(isQueued ? 'newGroup.queueIt' : 'newGroup.createIt')}
          </Button>
        </>
      }
    >
      <dl class="facts">
        <dt>{t('newGroup.factName')}</dt>
        <dd>
          <b>{tidyName(normalizeName(draft.name.value))}</b>
        </dd>
        <dt>{t('newGroup.factPeople')}</dt>
        <dd>
          {format.number(people.length)}: {more > 0 ? t('newGroup.andMore', { names: shown, count: more }) : shown}
        </dd>
        <dt>{t('newGroup.factFrom')}</dt>
        <dd>{account && (account.phoneShown ?? nameOf(account))}</dd>
        <dt>{t('newGroup.factWhen')}</dt>
        <dd>{when}</dd>
      </dl>
      <p class="quiet-text">{isQueued ? t('newGroup.untilThen', { time: when }) : t('newGroup.cannotTakeBack')}</p>
    </Dialog>
  );
}
