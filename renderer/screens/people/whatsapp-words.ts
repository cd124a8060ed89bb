import type { Contact } from '../../../core/contact.ts';
import type { IconName } from '../../components/icon.tsx';
import { useFormat, useWords } from '../../words.ts';

type WhatsappWords = {
  readonly icon: IconName;
  readonly text: string;
  /** When it was checked, in words; undefined when it was not. */
  readonly checked: string | undefined;
};

/** Whether somebody is on WhatsApp, as far as it is known. */
export function useWhatsappWords(person: Contact | undefined | null): WhatsappWords {
  const t = useWords();
  const format = useFormat();
  const state = person?.whatsapp;
  if (!state || state.at === 'unchecked') return { icon: 'waiting', text: t('people.notChecked'), checked: undefined };
  const checked = t('people.checkedOn', { date: format.date(state.checkedAtMs, Date.now()) });
  if (state.at === 'yes') return { icon: 'check', text: t('people.onIt'), checked };
  return { icon: 'cross', text: t('people.notOnIt'), checked };
}
