import { useState } from 'preact/hooks';
import type { Account } from '../../../core/account.ts';
import { nameOf } from '../../../core/account-state-name.ts';
import { viewAccountState } from '../../account-state.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Locked } from '../../components/locked.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { MakeDialog } from '../setup-file/make-dialog.tsx';
import { RemoveAccount } from './remove-account.tsx';

/** The accounts, what state they are in, and what one can do with each. */
export function AccountList() {
  const t = useWords();
  const { accounts, policy, setup } = useStates();
  const byHand = policy.policy.value.accountsByHand;
  const [removing, remove] = useState<Account | null>(null);
  const [isMaking, make] = useState(false);
  const canMake = accounts.list.value.some(({ practice, token }) => !practice && token !== 'missing');
  return (
    <>
      <h2>{t('settings.accounts')}</h2>
      <ul class="list accounts">
        {accounts.list.value.map((account) => (
          <AccountRow key={account.id} account={account} onRemove={() => remove(account)} />
        ))}
      </ul>
      {!byHand && <Locked words={t('settings.accountsLocked')} />}
      <div class="line">
        {byHand && (
          <Button icon="plus" onClick={() => go({ at: 'account-form' })}>
            {t('settings.addAccount')}
          </Button>
        )}
        <Button
          icon="page"
          busy={setup.busy.value === 'choosing' && t('setupFile.choosing')}
          onClick={() => void setup.choose()}
        >
          {t('settings.openSetup')}
        </Button>
        {byHand && canMake && (
          <Button icon="save" onClick={() => make(true)}>
            {t('settings.makeSetup')}
          </Button>
        )}
      </div>
      {isMaking && <MakeDialog onClose={() => make(false)} />}
      {removing && <RemoveAccount account={removing} onClose={() => remove(null)} />}
    </>
  );
}

function AccountRow({ account, onRemove }: { readonly account: Account; readonly onRemove: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { accounts } = useStates();
  const { kind, icon, long } = viewAccountState(account, { say: t, format, nowMs: Date.now() });
  const name = nameOf(account);
  const number = account.phoneShown ?? account.idInstance;
  return (
    <li class="row tall">
      <Icon name={icon} kind={kind} />
      <div class="row-main">
        <p>
          <b class="row-title">{name}</b>
          {number !== name && <span class="row-note nowrap">{number}</span>}
          {account.id === accounts.currentId.value && <span class="badge">{t('settings.current')}</span>}
        </p>
        <p class="row-note">{long}</p>
        {account.token === 'session' && !account.practice && <p class="row-note">{t('settings.keySession')}</p>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset asks for a legend that would be seen. */}
        <div class="line row-actions" role="group" aria-label={t('settings.actionsOf', { label: name })}>
          <AccountActions account={account} onRemove={onRemove} />
        </div>
      </div>
    </li>
  );
}

function AccountActions({ account, onRemove }: { readonly account: Account; readonly onRemove: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { accounts, app, policy } = useStates();
  const { accountsByHand } = policy.policy.value;
  const { way } = viewAccountState(account, { say: t, format, nowMs: Date.now() });
  const change = () => go({ at: 'account-form', accountId: account.id });
  async function choose(): Promise<void> {
    const answer = await accounts.choose(account.id);
    app.failure.value = answer.ok ? null : answer.failure;
  }

  const isChecking = accounts.checkingId.value === account.id;
  return (
    <>
      {account.id !== accounts.currentId.value && (
        <Button size="small" onClick={() => void choose()}>
          {t('settings.use')}
        </Button>
      )}
      {way === 'link' && (
        <Button size="small" icon="phone" onClick={() => go({ at: 'link-phone', accountId: account.id })}>
          {t('settings.link')}
        </Button>
      )}
      {way === 'key' && accountsByHand && (
        <Button size="small" icon="key" onClick={change}>
          {t('settings.replaceKey')}
        </Button>
      )}
      {!account.practice && (
        <>
          <Button
            size="small"
            busy={isChecking && t('settings.checking')}
            onClick={() => void accounts.check(account.id)}
          >
            {t('settings.check')}
          </Button>
          {accountsByHand && (
            <>
              <Button size="small" kind="quiet" onClick={change}>
                {t('settings.edit')}
              </Button>
              <Button size="small" kind="quiet" onClick={onRemove}>
                {t('settings.remove')}
              </Button>
            </>
          )}
        </>
      )}
    </>
  );
}
