import { FailureNote } from '../../components/failure-note.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AccountList } from './account-list.tsx';
import { GeneralSettings } from './general-settings.tsx';
import { HelpSettings } from './help-settings.tsx';
import { LockedBanner } from './locked-banner.tsx';
import { MakingSettings } from './making-settings.tsx';
import { RecordCopies } from './record-copies.tsx';
import { RecordSettings } from './record-settings.tsx';

/** All choices on one page; each counts at once. */
export function Settings() {
  const t = useWords();
  const { failure } = useStates().settings;
  return (
    <main class="page">
      <header class="head">
        <h1>{t('settings.title')}</h1>
      </header>
      <div class="body">
        <div class="settings">
          {failure.value && <FailureNote failure={failure.value} about="reading" />}
          <LockedBanner />
          <AccountList />
          <GeneralSettings />
          <MakingSettings />
          <RecordSettings />
          <RecordCopies />
          <HelpSettings />
        </div>
      </div>
    </main>
  );
}
