export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** The language to speak: the chosen one, else Russian where the system speaks it, else English. */
export const languageOf = (settings: { readonly language: 'system' | Language }, systemLocale: string): Language =>
  settings.language !== 'system' ? settings.language : /^(ru|be|kk|ky|tg|uk|uz)\b/i.test(systemLocale) ? 'ru' : 'en';
