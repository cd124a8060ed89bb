import { batch, computed, signal } from '@preact/signals';
import { createFormat, type Format } from '../core/i18n/format.ts';
import { createSay, type Dictionary, type Say } from '../core/i18n/say.ts';
import type { Language } from '../core/language.ts';

/** Each language is a file of its own: the window reads the one it speaks. */
const dictionaries: Record<Language, () => Promise<Dictionary>> = {
  en: () => import('../core/i18n/en/index.ts').then(({ en }) => en),
  ru: () => import('../core/i18n/ru/index.ts').then(({ ru }) => ru),
};

/** The language the window speaks. */
export const language = signal<Language>('en');

/** Says a text in the window's language. Reading `.value` while drawing draws anew when the language changes. */
export const t = signal<Say>(() => '');

/** Writes numbers and times in the window's language. */
const format = computed<Format>(() => createFormat(language.value));

export const useWords = (): Say => t.value;
export const useFormat = (): Format => format.value;

let wanted: Language | null = null;

/** Speaks a language from now on. Nothing is drawn before the first one is here. */
export async function speak(asked: Language): Promise<void> {
  wanted = asked;
  const dictionary = await dictionaries[asked]();
  if (wanted !== asked) return;
  batch(() => {
    language.value = asked;
    t.value = createSay(asked, dictionary);
  });
}
