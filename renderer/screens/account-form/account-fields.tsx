import { useState } from 'preact/hooks';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Button } from '../../components/button.tsx';
import { Field, type FieldIdProps, type Problem } from '../../components/field.tsx';
import type { AccountForm, FormField } from '../../state/account-form.ts';
import { useFormat, useWords } from '../../words.ts';

/** The four things to type; each problem stands beside its own. */
export function AccountFields({ form }: { readonly form: AccountForm }) {
  const t = useWords();
  const problemAt = useProblems(form);
  return (
    <>
      <Field label={t('accountForm.label')} help={t('accountForm.labelHelp')} problem={problemAt('label')}>
        {(idProps) => (
          <input
            {...idProps}
            class="input"
            maxLength={60}
            value={form.label.value}
            onInput={(event) => form.typeLabel(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t('accountForm.idInstance')}
        help={t(form.isNumberFixed ? 'accountForm.idInstanceFixed' : 'accountForm.idInstanceHelp')}
        problem={problemAt('idInstance')}
      >
        {(idProps) => (
          <input
            {...idProps}
            class="input"
            inputMode="numeric"
            autoComplete="off"
            readOnly={form.isNumberFixed}
            value={form.idInstance.value}
            onInput={(event) => form.typeIdInstance(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t('accountForm.key')} help={useKeyHelp(form)} problem={problemAt('key')}>
        {(idProps) => <KeyInput form={form} idProps={idProps} />}
      </Field>
      <Field label={t('accountForm.apiUrl')} help={t('accountForm.apiUrlHelp')} problem={problemAt('apiUrl')}>
        {(idProps) => (
          <input
            {...idProps}
            class="input"
            type="url"
            autoComplete="off"
            spellcheck={false}
            value={form.apiUrl.value}
            onInput={(event) => form.typeApiUrl(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}

/** A key is typed from paper: one may look at it. */
function KeyInput({ form, idProps }: { readonly form: AccountForm; readonly idProps: FieldIdProps }) {
  const t = useWords();
  const [isSeen, see] = useState(false);
  const props = {
    ...idProps,
    class: 'input',
    autoComplete: 'off',
    spellcheck: false,
    value: form.key.value,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => form.typeKey(event.currentTarget.value),
  };
  return (
    <div class="with-button">
      {isSeen ? <input {...props} type="text" /> : <input {...props} type="password" />}
      <Button
        kind="quiet"
        size="small"
        icon={isSeen ? 'hide' : 'show'}
        label={t(isSeen ? 'accountForm.hideKey' : 'accountForm.showKey')}
        onClick={() => see(!isSeen)}
      />
    </div>
  );
}

function useKeyHelp(form: AccountForm): string {
  const t = useWords();
  const saved = form.saved.value;
  if (!saved) return t('accountForm.keyHelp');
  if (saved.token === 'missing') return t('accountForm.keyMissing');
  return t(saved.token === 'session' ? 'accountForm.keySession' : 'accountForm.keyKept', { end: saved.tokenEnd });
}

function useProblems(form: AccountForm): (field: FormField) => Problem | null {
  const t = useWords();
  const format = useFormat();
  const problem = form.problem.value;
  return (field) => {
    if (problem?.field !== field) return null;
    if (problem.failure === 'empty') return { text: t('accountForm.isEmpty') };
    const text = sayFailure(problem.failure, { say: t, format, nowMs: Date.now(), about: 'reading' });
    const canDerive = field === 'apiUrl' && form.isUrlTyped.value;
    return {
      text,
      repair: canDerive ? { label: t('accountForm.apiUrlDerive'), onClick: form.deriveApiUrl } : undefined,
    };
  };
}
