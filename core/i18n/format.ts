import type { Language } from '../language.ts';

/** Writes numbers and times as the language writes them. Times are wall time in ms. */
export type Format = ReturnType<typeof createFormat>;

const locales = { en: 'en-GB', ru: 'ru-RU' } as const satisfies Record<Language, string>;
const dayMs = 86_400_000;

/** `timeZone` is the system's unless given. */
export function createFormat(language: Language, timeZone?: string) {
  const locale = locales[language];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
  const number = new Intl.NumberFormat(locale);
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const timeExact = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = dates({ day: 'numeric', month: 'long' });
  const dayOfYear = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const key = dates({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const weekday = dates({ weekday: 'long' });
  const dayShort = dates({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayLong = dates({ weekday: 'short', day: 'numeric', month: 'long' });
  const isSameDay = (a: number, b: number) => key.format(a) === key.format(b);

  /** `23 November`, with the year when it is not this one. */
  const date = (atMs: number, nowMs: number): string =>
    (year.format(atMs) === year.format(nowMs) ? day : dayOfYear).format(atMs);

  return {
    number: (value: number): string => number.format(value),
    /** `18%`, rounded down: only what is all done is 100. */
    share: (share: number): string => percent.format(Math.floor(share * 100) / 100),
    /** `14:35` */
    time: (atMs: number): string => time.format(atMs),
    /** `14:35:02` */
    timeExact: (atMs: number): string => timeExact.format(atMs),
    date,
    /** `Wednesday` */
    weekday: (atMs: number): string => weekday.format(atMs),
    /** `Wed, 2 Dec` */
    dayShort: (atMs: number): string => dayShort.format(atMs),
    /** `Wed 2 December`, and the time */
    dayAndTime: (atMs: number): string => `${dayLong.format(atMs)}, ${time.format(atMs)}`,
    /** `14:35` today, `tomorrow, 14:35`, else `23 November, 14:35`: the shortest that cannot be mistaken. */
    when(atMs: number, nowMs: number): string {
      if (isSameDay(atMs, nowMs)) return time.format(atMs);
      if (isSameDay(atMs, nowMs + dayMs)) return `${near.format(1, 'day')}, ${time.format(atMs)}`;
      return `${date(atMs, nowMs)}, ${time.format(atMs)}`;
    },
    /** The heading of a day in a list: `Today`, `Yesterday`, `23 November`. */
    dayName(atMs: number, nowMs: number): string {
      if (isSameDay(atMs, nowMs)) return capital(near.format(0, 'day'));
      if (isSameDay(atMs, nowMs - dayMs)) return capital(near.format(-1, 'day'));
      return date(atMs, nowMs);
    },
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
