import type { Language } from '../../../core/language.ts';

/** A Monday. */
const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** Monday to Sunday, as the language calls them. */
export function weekdaysIn(language: Language): readonly { readonly long: string; readonly short: string }[] {
  const names = (weekday: 'long' | 'short') => new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
  const [long, short] = [names('long'), names('short')];
  return Array.from({ length: 7 }, (_, day) => {
    const atMs = mondayMs + day * dayMs;
    return { long: long.format(atMs), short: short.format(atMs) };
  });
}
