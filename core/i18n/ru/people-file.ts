import type * as en from '../en/people-file.ts';
import type { Russian } from '../russian.ts';

export const peopleFile: Russian<typeof en.peopleFile> = {
  name: 'Имя',
  phone: 'Телефон',
  note: 'Примечание',
  lists: 'Списки',
  people: 'Люди',
  leftOut: 'Не вошли',
  line: 'Строка или карточка',
  text: 'Что в ней',
  reason: 'Почему не вошла',
};
