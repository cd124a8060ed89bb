import type * as en from '../en/spans.ts';
import type { Russian } from '../russian.ts';

export const span: Russian<typeof en.span> = {
  seconds_one: '{count} секунду',
  seconds_few: '{count} секунды',
  seconds_many: '{count} секунд',
  seconds_other: '{count} секунды',
  minutes_one: '{count} минуту',
  minutes_few: '{count} минуты',
  minutes_many: '{count} минут',
  minutes_other: '{count} минуты',
};
