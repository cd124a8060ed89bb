import type * as en from '../en/help.ts';
import type { Russian } from '../russian.ts';

export const help: Russian<typeof en.help> = {
  title: 'Справка',
  contents: 'Содержание',
  keys: 'Клавиши',
  codes: 'Коды для администратора',
  codesText: 'Под сообщением часто стоит код. Вот что говорит программа с каждым из них.',
  code: 'Код',
  sentence: 'Что говорит программа',
};
