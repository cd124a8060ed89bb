import { section } from './section.ts';

/** How long: for "in …" and "wait …" (in Russian the case that follows «через» and «подождём»). */
export const span = section({
  en: {
    seconds_one: '{count} second',
    seconds_other: '{count} seconds',
    minutes_one: '{count} minute',
    minutes_other: '{count} minutes',
  },
  ru: {
    seconds_one: '{count} секунду',
    seconds_few: '{count} секунды',
    seconds_many: '{count} секунд',
    seconds_other: '{count} секунды',
    minutes_one: '{count} минуту',
    minutes_few: '{count} минуты',
    minutes_many: '{count} минут',
    minutes_other: '{count} минуты',
  },
});
