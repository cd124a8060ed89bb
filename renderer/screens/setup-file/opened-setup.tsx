import type { Failure } from '../../../core/failure.ts';
import type { SetupPreview } from '../../../core/setup-file.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { toast } from '../../components/toast.tsx';
import { go, route } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { policyLines } from './policy-lines.ts';

type OpenedSetupProps = { readonly preview: SetupPreview; readonly failure: Failure | null };

/** What is in a file, before anything of it is kept. */
export function OpenedSetup({ preview, failure }: OpenedSetupProps) {
  const t = useWords();
  const { setup } = useStates();

  async function use(keep: 'saved' | 'session'): Promise<void> {
    const accounts = await setup.use(keep);
    if (!accounts) return;
    toast(t('setupFile.done', { count: accounts.length }));
    if (route.peek().at === 'account-form') go({ at: 'settings' });
  }

  const isUsing = setup.busy.value === 'using';
  return (
    <Dialog
      open
      long
      title={t('setupFile.previewTitle')}
      onClose={() => !isUsing && setup.close()}
      actions={
        <>
          <Button disabled={isUsing} onClick={setup.close}>
            {t('shell.cancel')}
          </Button>
          <Button kind="primary" busy={isUsing && t('setupFile.using')} onClick={() => void use('saved')}>
            {t('setupFile.use')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard too. */}
      <section class="setup-content" aria-label={t('setupFile.previewTitle')} tabIndex={0}>
        <Content {...preview} />
        <p class="quiet-text">{t('setupFile.nothingSent')}</p>
      </section>
      {failure && <Trouble failure={failure} onUse={(keep) => void use(keep)} />}
    </Dialog>
  );
}

type TroubleProps = { readonly failure: Failure; readonly onUse: (keep: 'saved' | 'session') => void };

/** Where the password store refuses, the person may choose, as with an account that is typed in. */
function Trouble({ failure, onUse }: TroubleProps) {
  const t = useWords();
  if (failure.code !== 'keychain') return <FailureNote failure={failure} about="reading" />;
  return (
    <FailureNote
      failure={failure}
      actions={
        <>
          <Button onClick={() => onUse('session')}>{t('accountForm.keepSession')}</Button>
          <Button kind="quiet" onClick={() => onUse('saved')}>
            {t('accountForm.tryAgain')}
          </Button>
        </>
      }
    />
  );
}

function Content({ label, madeAtMs, expiresAtMs, accounts, lists, policy }: SetupPreview) {
  const t = useWords();
  const format = useFormat();
  const nowMs = Date.now();
  const rules = policyLines(policy, t);
  return (
    <dl class="facts">
      {label !== '' && <dt>{t('setupFile.whom')}</dt>}
      {label !== '' && (
        <dd>
          <b>{label}</b>
        </dd>
      )}
      <dt>{t('setupFile.accounts')}</dt>
      <dd>
        <ul class="setup-lines">
          {accounts.map(({ label: name, idInstance, knownAs }) => (
            <li key={idInstance}>
              <b>{name || idInstance}</b>
              {name !== '' && name !== idInstance && <span class="row-note">{idInstance}</span>}
              <span class="badge">
                {knownAs === null ? t('setupFile.isNew') : t('setupFile.renewed', { label: knownAs })}
              </span>
            </li>
          ))}
        </ul>
      </dd>
      {lists.length > 0 && <dt>{t('setupFile.lists')}</dt>}
      {lists.length > 0 && (
        <dd>
          <ul class="setup-lines">
            {lists.map(({ name, people }, place) => (
              <li key={place}>{t('setupFile.list', { name, count: people })}</li>
            ))}
          </ul>
        </dd>
      )}
      {rules.length > 0 && <dt>{t('setupFile.policy')}</dt>}
      {rules.length > 0 && (
        <dd>
          <ul class="setup-lines">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </dd>
      )}
      <dt>{t('setupFile.madeAt')}</dt>
      <dd>{format.date(madeAtMs, nowMs)}</dd>
      <dt>{t('setupFile.until')}</dt>
      <dd>{expiresAtMs === null ? t('setupFile.forEver') : format.when(expiresAtMs, nowMs)}</dd>
    </dl>
  );
}
