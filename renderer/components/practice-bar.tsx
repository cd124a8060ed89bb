import { useState } from 'preact/hooks';
import { useStates } from '../states.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { PracticeChoices } from './practice-choices.tsx';

/** Says at all times that this is practice, and lets one choose what to practise. */
export function PracticeBar() {
  const t = useWords();
  const { accounts } = useStates();
  const [isOpen, open] = useState(false);
  if (!accounts.isPractice.value) return null;
  return (
    <section class="practice-bar" aria-label={t('practice.title')}>
      <Icon name="practice" />
      <b>{t('practice.title')}</b>
      <span class="says">{t('practice.says')}</span>
      <span class="end line">
        <Button size="small" expanded={isOpen} controls="practice-choices" onClick={() => open(!isOpen)}>
          {t('practice.choose')}
        </Button>
        <Button size="small" onClick={() => void accounts.leavePractice()}>
          {t('practice.leave')}
        </Button>
      </span>
      <div class="practice-choices" id="practice-choices" hidden={!isOpen}>
        {isOpen && <PracticeChoices />}
      </div>
    </section>
  );
}
