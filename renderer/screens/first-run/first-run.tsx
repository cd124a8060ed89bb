import { useState } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Locked } from '../../components/locked.tsx';
import { Segments } from '../../components/segments.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useOnline } from '../../use-online.ts';
import { useWords } from '../../words.ts';

/** The ways in, as long as there is no account. */
export function FirstRun() {
  const t = useWords();
  const { accounts, policy: state, settings, setup } = useStates();
  const policy = state.policy.value;
  const isOnline = useOnline();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function practise(): Promise<void> {
    // Before and not after: the account is here before its check has ended, and by then one may have gone elsewhere.
    go({ at: 'new-group' });
    const started = await accounts.startPractice();
    if (!started.ok) setFailure(started.failure);
  }

  return (
    <main class="page-alone">
      <div class="welcome">
        <h1>{t('firstRun.title')}</h1>
        <p class="quiet-text">{t('firstRun.says')}</p>
        <ul class="doors">
          <Door
            icon="page"
            title={t('firstRun.fileTitle')}
            text={t('firstRun.fileText')}
            onClick={() => void setup.choose()}
          />
          {policy.accountsByHand && (
            <Door
              icon="key"
              title={t('firstRun.typeTitle')}
              text={t('firstRun.typeText')}
              onClick={() => go({ at: 'account-form' })}
            />
          )}
          {policy.practice && (
            <Door
              icon="practice"
              title={t('firstRun.practiceTitle')}
              text={t('firstRun.practiceText')}
              onClick={() => void practise()}
            />
          )}
        </ul>
        {!policy.accountsByHand && <Locked words={t('settings.accountsLocked')} />}
        {failure && <FailureNote failure={failure} about="reading" />}
        <div class="welcome-foot">
          <p class="small">
            {!isOnline && <Icon name="offline" />}
            {!isOnline && <span>{t('firstRun.offline')}</span>}
          </p>
          {!state.isLocked('language') && (
            <Segments
              label={t('firstRun.language')}
              options={[
                { value: 'en', label: 'English' },
                { value: 'ru', label: 'Русский' },
              ]}
              value={settings.language.value}
              onChange={(language) => void settings.change({ language })}
            />
          )}
        </div>
      </div>
    </main>
  );
}

type DoorProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
};

function Door({ icon, title, text, onClick }: DoorProps) {
  return (
    <li>
      <button type="button" class="door" onClick={onClick}>
        <Icon name={icon} large />
        <span class="door-text">
          <b>{title}</b>
          <span class="quiet-text">{text}</span>
        </span>
        <Icon name="right" kind="quiet" />
      </button>
    </li>
  );
}
