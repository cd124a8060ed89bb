import { useEffect, useMemo } from 'preact/hooks';
import type { Account } from '../../../core/account.ts';
import { nameOf } from '../../../core/account-state-name.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { createLinkPhone, type LinkPhoneState } from '../../state/link-phone.ts';
import { useStates } from '../../states.ts';
import { useWords, t as words } from '../../words.ts';
import { HowTo } from './how-to.tsx';
import { PairingCode } from './pairing-code.tsx';
import { QrPicture } from './qr-picture.tsx';

type LinkPhoneProps = { readonly accountId: string | undefined };

/** Links an account's phone, the current one's unless told, and goes on by itself when it is linked. */
export function LinkPhone({ accountId }: LinkPhoneProps) {
  const { accounts } = useStates();
  const account = accounts.byId(accountId ?? accounts.currentId.value);
  return account && <LinkAccount key={account.id} account={account} />;
}

function LinkAccount({ account }: { readonly account: Account }) {
  const t = useWords();
  const { api, clock, accounts } = useStates();
  const link = useMemo(() => createLinkPhone({ api, clock, accountId: account.id }), [api, clock, account.id]);
  useAskingWhileSeen(link);
  useGoingOn(link, account);
  const { way, failure } = link;
  const isWaiting = !failure.value && (way.value === 'qr' || link.pairing.value !== null);
  return (
    <main class="page">
      <header class="head">
        <h1>{t('linkPhone.title')}</h1>
      </header>
      <div class="body">
        <div class="link-phone">
          <div class="words stack">
            {failure.value ? (
              <FailureNote failure={failure.value} about="reading" actions={<WayOut account={account} link={link} />} />
            ) : (
              <Says account={account} isCurrent={account.id === accounts.currentId.value} />
            )}
            <HowTo way={way.value} phone={account.phoneShown} />
            {way.value === 'code' && (
              <PairingCode accountId={account.id} link={link} firstPhone={account.phoneShown ?? ''} />
            )}
            {isWaiting && <Spinner words={t('linkPhone.waiting')} />}
            <p class="line">
              <Button
                icon={way.value === 'qr' ? 'key' : 'qr'}
                onClick={() => link.choose(way.value === 'qr' ? 'code' : 'qr')}
              >
                {t(way.value === 'qr' ? 'linkPhone.usePairing' : 'linkPhone.useQr')}
              </Button>
              <Button kind="quiet" onClick={() => go({ at: 'new-group' })}>
                {t('linkPhone.notNow')}
              </Button>
            </p>
          </div>
          {way.value === 'qr' && !failure.value && <QrPicture link={link} />}
        </div>
      </div>
    </main>
  );
}

/** What stands still meanwhile. The queue is the current account's. */
function Says({ account, isCurrent }: { readonly account: Account; readonly isCurrent: boolean }) {
  const t = useWords();
  const { waiting } = useStates().app.queue.value;
  const label = nameOf(account);
  return (
    <Banner kind="warn" icon="alert">
      <p>
        {isCurrent && waiting > 0
          ? t('linkPhone.saysWaiting', { label, count: waiting })
          : t('linkPhone.says', { label })}
      </p>
    </Banner>
  );
}

function WayOut({ account, link }: { readonly account: Account; readonly link: LinkPhoneState }) {
  const t = useWords();
  const code = link.failure.value?.code;
  const { accountsByHand } = useStates().policy.policy.value;
  const isOfAccount = code === 'token-missing' || code === 'wrong-account' || code === 'wrong-address';
  if (isOfAccount && accountsByHand)
    return (
      <Button size="small" onClick={() => go({ at: 'account-form', accountId: account.id })}>
        {t(code === 'wrong-address' ? 'linkPhone.changeAccount' : 'linkPhone.typeKey')}
      </Button>
    );
  return (
    <Button size="small" onClick={link.start}>
      {t('shell.retry')}
    </Button>
  );
}

function useAskingWhileSeen(link: LinkPhoneState): void {
  useEffect(() => {
    const follow = () => (document.hidden ? link.stop() : link.start());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      link.stop();
    };
  }, [link]);
}

/** The phone may be linked here, or main may have learnt it on its own. */
function useGoingOn(link: LinkPhoneState, { state }: Account): void {
  const isLinked = link.isLinked.value || (state.at === 'checked' && state.state === 'authorized');
  useEffect(() => {
    if (!isLinked) return;
    toast(words.peek()('linkPhone.linked'));
    go({ at: 'new-group' });
  }, [isLinked]);
}
