import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../core/account.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { createAccountForm } from '../../state/account-form.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AccountFields } from './account-fields.tsx';
import { SaveTrouble } from './save-trouble.tsx';

type AccountFormProps = { readonly accountId: string | undefined };

/** Types in an account, or changes one. The first of all stands alone in the window. */
export function AccountForm({ accountId }: AccountFormProps) {
  const t = useWords();
  const { accounts } = useStates();
  // The form outlives the events that its own saving causes: it looks at the account once.
  const form = useMemo(
    () => createAccountForm({ accounts, account: accounts.byId(accountId ?? null) }),
    [accounts, accountId],
  );
  const [isFirst] = useState(accounts.list.value.length === 0);
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );

  async function submit(keep: 'saved' | 'session' = 'saved'): Promise<void> {
    const account = await form.submit(keep);
    // Whoever has gone to another screen while the account was checked stays there.
    if (!isShown.current) return;
    if (account) goOn(account);
    else document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }

  function goOn(account: Account): void {
    const { state } = account;
    const isUnlinked = state.at === 'checked' && (state.state === 'notAuthorized' || state.state === 'pendingCode');
    if (isUnlinked) {
      go({ at: 'link-phone', accountId: account.id });
      return;
    }
    toast(t(state.at === 'checked' ? 'accountForm.saved' : 'accountForm.savedOffline'));
    go({ at: isFirst ? 'new-group' : 'settings' });
  }

  const { busy } = form;
  return (
    <main class={isFirst ? 'page-alone' : 'page'}>
      <form
        class={isFirst ? 'welcome' : 'form-page'}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="head">
          <h1>{t(accountId === undefined ? 'accountForm.newTitle' : 'accountForm.changeTitle')}</h1>
        </header>
        <div class="body">
          <div class="form stack">
            <p class="quiet-text">{t('accountForm.says')}</p>
            <SaveTrouble form={form} onSave={(keep) => void submit(keep)} />
            <AccountFields form={form} />
          </div>
        </div>
        <footer class="foot">
          <Button onClick={() => go({ at: isFirst ? 'first-run' : 'settings' })}>{t('shell.back')}</Button>
          <Button kind="primary" size="main" type="submit" busy={busy.value !== null && t(`accountForm.${busy.value}`)}>
            {t('accountForm.save')}
          </Button>
        </footer>
      </form>
    </main>
  );
}
