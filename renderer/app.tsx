import { useEffect } from 'preact/hooks';
import { PolicyNote } from './components/policy-note.tsx';
import { PracticeBar } from './components/practice-bar.tsx';
import { Rail } from './components/rail.tsx';
import { ShellNote } from './components/shell-note.tsx';
import { Toasts } from './components/toast.tsx';
import { focusContent, focusContentIfLost } from './focus-content.ts';
import { lazyScreen } from './lazy-screen.tsx';
import { type Route, route } from './route.ts';
import { FirstRun } from './screens/first-run/first-run.tsx';
import { NewGroup } from './screens/new-group/new-group.tsx';
import { areKeysShown, useShortcuts } from './shortcuts.ts';
import { useStates } from './states.ts';
import { useSetupDrop } from './use-setup-drop.ts';
import { t, useWords } from './words.ts';

const later = () => import('./screens/later.ts');
const AccountForm = lazyScreen(() => later().then((screens) => screens.AccountForm));
const LinkPhone = lazyScreen(() => later().then((screens) => screens.LinkPhone));
const Settings = lazyScreen(() => later().then((screens) => screens.Settings));
const Result = lazyScreen(() => later().then((screens) => screens.Result));
const Groups = lazyScreen(() => later().then((screens) => screens.Groups));
const Sheet = lazyScreen(() => later().then((screens) => screens.Sheet));
const KeySheet = lazyScreen(() => later().then((screens) => screens.KeySheet), { floats: true });
const People = lazyScreen(() => later().then((screens) => screens.People));
const SetupDialog = lazyScreen(() => later().then((screens) => screens.SetupDialog), { floats: true });

/** The window: practice bar, rail, and one screen. Without an account there is only the way to one. */
export function App() {
  const say = useWords();
  const { app, accounts, setup } = useStates();
  const hasAccount = accounts.list.value.length > 0;
  const shown = shownRoute(route.value, hasAccount);
  useShortcuts({ hasAccount, shown: shown.at, openHelp: (help) => void app.open({ help }) });
  useTitle(shown);
  useFocusKept(shown);
  useSetupDrop(setup);
  return (
    <div class={hasAccount ? 'shell' : 'shell alone'}>
      <button type="button" class="button skip" onClick={focusContent}>
        {say('shell.skip')}
      </button>
      <div class="top">
        <PracticeBar />
        <PolicyNote />
        <ShellNote />
      </div>
      {hasAccount && <Rail />}
      <Screen {...shown} />
      {areKeysShown.value && <KeySheet />}
      {setup.shown.value && <SetupDialog />}
      <Toasts />
    </div>
  );
}

function shownRoute(asked: Route, hasAccount: boolean): Route {
  if (!hasAccount) return asked.at === 'account-form' ? { at: 'account-form' } : { at: 'first-run' };
  return asked.at === 'first-run' ? { at: 'new-group' } : asked;
}

function Screen(shown: Route) {
  switch (shown.at) {
    case 'first-run':
      return <FirstRun />;
    case 'account-form':
      return <AccountForm key={shown.accountId} accountId={shown.accountId} />;
    case 'link-phone':
      return <LinkPhone key={shown.accountId} accountId={shown.accountId} />;
    case 'new-group':
      return <NewGroup />;
    case 'result':
      return <Result key={shown.jobId} jobId={shown.jobId} />;
    case 'groups':
      return <Groups jobId={shown.jobId} />;
    case 'sheet':
      return <Sheet runId={shown.runId} />;
    case 'people':
      return <People />;
    case 'settings':
      return <Settings />;
  }
}

const titles = {
  'first-run': 'firstRun.title',
  'account-form': 'accountForm.newTitle',
  'link-phone': 'linkPhone.title',
  'new-group': 'shell.newGroup',
  result: 'shell.result',
  groups: 'shell.groups',
  sheet: 'sheet.title',
  people: 'shell.people',
  settings: 'shell.settings',
} as const satisfies Record<Route['at'], string>;

function useTitle({ at }: Route): void {
  const title = t.value(titles[at]);
  useEffect(() => {
    document.title = `${title} – CreateGroup`;
  }, [title]);
}

/** When the focused thing went away with the last screen, the focus goes to the new one and not back to the start. */
function useFocusKept(shown: Route): void {
  const place = JSON.stringify(shown);
  useEffect(focusContentIfLost, [place]);
}
