import { LinkButton } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useCopy } from '../shared/use-copy.ts';

/** A short code that names this group and its state to the administrator. */
export function SupportCode({ state, code }: { readonly state: string; readonly code: string }) {
  const t = useWords();
  const copy = useCopy();
  const whole = `${state} · ${code}`;
  return (
    <p class="small">
      {t('result.code')} <code class="nowrap">{whole}</code>{' '}
      <LinkButton onClick={() => void copy(whole, t('result.codeCopied'))}>{t('shell.copy')}</LinkButton>
    </p>
  );
}
