import { computed, signal } from '@preact/signals';
import { createFormat, type Format } from '../core/i18n/format.ts';
import { createWords, type Say } from '../core/i18n/words.ts';
import type { Language } from '../core/language.ts';

/** The language the window speaks; the settings state turns it. */
export const language = signal<Language>('en');

/** Says a text in the window's language. Reading `.value` while drawing draws anew when the language changes. */
export const t = computed<Say>(() => createWords(language.value));

/** Writes numbers and times in the window's language. */
export const format = computed<Format>(() => createFormat(language.value));

export const useWords = (): Say => t.value;
export const useFormat = (): Format => format.value;
