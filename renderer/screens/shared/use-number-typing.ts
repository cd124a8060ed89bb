import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { createNumberTyping, type NumberTyping, type TextField } from '../../state/number-typing.ts';
import { useStates } from '../../states.ts';

/** Formats and judges the numbers of a field while they are typed, as this account writes them. */
export function useNumberTyping(accountId: ReadonlySignal<string | null>): NumberTyping {
  const { api } = useStates();
  return useMemo(() => createNumberTyping({ api, accountId }), [api, accountId]);
}

type Typed = Pick<InputEvent, 'inputType' | 'isComposing'> & { readonly currentTarget: TextField };

/** Tells of a key: the text at once, and with its number spaced a moment later. Letters that are being composed are left alone. */
export function typeInto(typing: NumberTyping, event: Typed, change: (text: string) => void): void {
  change(event.currentTarget.value);
  void typing.type(event.currentTarget, event.isComposing ? '' : event.inputType, change);
}
