import { useStates } from '../states.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Says at all times that this is practice, and leads out of it. */
export function PracticeBar() {
  const t = useWords();
  const { accounts, app } = useStates();
  if (!accounts.isPractice.value) return null;

  async function leave(): Promise<void> {
    const answer = await accounts.leavePractice();
    app.failure.value = answer.ok ? null : answer.failure;
  }

  return (
    <section class="practice-bar" aria-label={t('practice.title')}>
      <Icon name="practice" />
      <b>{t('practice.title')}</b>
      <span>{t('practice.says')}</span>
      <span class="end">
        <Button size="small" onClick={() => void leave()}>
          {t('practice.leave')}
        </Button>
      </span>
    </section>
  );
}
