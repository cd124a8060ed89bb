import type { Failure } from '../../core/failure.ts';
import { useWords } from '../words.ts';

/** What the administrator asks for, and called so: beside a sentence a bare code looks like a fault of the window. */
export function FailureCode({ failure }: { readonly failure: Failure }) {
  const t = useWords();
  if (failure.code === 'unexpected') return null; // its sentence has a code of its own
  return <p class="small">{t('shell.codeForAdmin', { code: failure.code })}</p>;
}
