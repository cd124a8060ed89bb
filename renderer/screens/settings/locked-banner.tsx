import { Banner } from '../../components/banner.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

const inWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;

/** How many settings are the administrator's; and that what they wrote cannot be read, for as long as it is so. */
export function LockedBanner() {
  const t = useWords();
  const { app, policy: state } = useStates();
  const { locked, trouble } = state.policy.value;
  // Without a tray there is no such setting to be seen.
  const count = locked.filter((name) => app.hasTray || name !== 'closeToTray').length;
  const word = inWords[count - 1];
  return (
    <>
      {trouble && state.isTroubleClosed.value && <FailureNote failure={trouble} about="reading" />}
      {word && (
        <Banner icon="lock">
          <p>{t('settings.lockedCount', { count, words: t(`settings.words-${word}`) })}</p>
        </Banner>
      )}
    </>
  );
}
