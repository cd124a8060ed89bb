import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { useFormat, useWords } from '../../words.ts';

/** What is known of a group so far, step by step, with its times. */
export function Known({ children }: { readonly children: ComponentChildren }) {
  const t = useWords();
  return (
    <ol class="known" aria-label={t('result.known')}>
      {children}
    </ol>
  );
}

type KnownStepProps = { readonly kind: 'ok' | 'warn'; readonly words: string; readonly atMs: number };

export function KnownStep({ kind, words, atMs }: KnownStepProps) {
  const format = useFormat();
  return (
    <li>
      <Icon name={kind === 'ok' ? 'done' : 'alert'} kind={kind} />
      <span>{words}</span>
      <time class="nowrap">{format.timeExact(atMs)}</time>
    </li>
  );
}

/** The step that runs. */
export function KnownNow({ words, note, isRunning = true }: { words: string; note?: string; isRunning?: boolean }) {
  return (
    <li>
      {isRunning ? <span class="spinner" aria-hidden="true" /> : <Icon name="clock" kind="quiet" />}
      <span role="status">{words}</span>
      <span class="quiet-text nowrap">{note}</span>
    </li>
  );
}
