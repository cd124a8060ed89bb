import { viewAccountState } from '../../account-state.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

/** Stands above the form while the account cannot make groups, with the way on. The form stays usable. */
export function AccountNote() {
  const t = useWords();
  const format = useFormat();
  const { accounts, policy } = useStates();
  const account = accounts.current.value;
  if (!account) {
    return (
      <Banner
        kind="warn"
        icon="alert"
        title={t('newGroup.noAccountTitle')}
        actions={
          <Button size="small" onClick={() => go({ at: 'settings' })}>
            {t('newGroup.noAccountAction')}
          </Button>
        }
      >
        <p>{t('newGroup.noAccountText')}</p>
      </Banner>
    );
  }

  const { kind, icon, long, way } = viewAccountState(account, { say: t, format, nowMs: Date.now() });
  if (kind !== 'warn' && kind !== 'bad') return null;
  const accountId = account.id;
  const mayGo = way === 'link' || policy.policy.value.accountsByHand;
  return (
    <Banner
      kind={kind}
      icon={icon}
      title={long}
      actions={
        way &&
        mayGo && (
          <Button
            size="small"
            onClick={() => go(way === 'link' ? { at: 'link-phone', accountId } : { at: 'account-form', accountId })}
          >
            {t(way === 'link' ? 'newGroup.linkPhone' : 'newGroup.openAccount')}
          </Button>
        )
      }
    >
      <p>{t('newGroup.prepareNow')}</p>
    </Banner>
  );
}
