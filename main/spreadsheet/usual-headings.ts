import { anywhere, first, type Meanings } from './heading-words.ts';

/** Headings as Google Contacts, Outlook, 1C, schools and offices write them, in Russian or English. */

/** Numbers of machines and of others, and what stands beside a number or a name in the tables of phones. */
export const besideWords: Meanings<'leave-out'> = [
  [anywhere('факс…', 'fax', 'пейджер', 'pager', 'телекс', 'telex', 'телетайп', 'tty', 'tdd', 'isdn'), 'leave-out'],
  [anywhere('помощника', 'ассистента', 'assistant', 'company main', 'телефон организации'), 'leave-out'],
  [
    anywhere('type', 'label', 'тип', 'prefix', 'suffix', 'phonetic', 'yomi', 'file as', 'username', 'user name'),
    'leave-out',
  ],
  [anywhere('имя пользователя', 'имя файла', 'organization (?:\\d )?(?!name)\\p{L}+'), 'leave-out'],
  [anywhere('крови', 'здоровья', 'физкультурн…', 'инвалидности'), 'leave-out'],
];

export const noteWords: Meanings<'note'> = [
  [first('примечан…', 'заметк…', 'комментари…', 'описание', 'notes?', 'comments?', 'remarks?', 'description'), 'note'],
];

export const phoneWords: Meanings<'phone'> = [
  [
    anywhere('тел', 'телеф…', 'тлф', 'моб', 'мобил…', 'сот', 'сотов…', 'whats ?app', 'ватсап', 'вотсап', 'вацап'),
    'phone',
  ],
  [anywhere('phones?', 'telephone', 'tel', 'mobile', 'cell', 'cellphone', 'cellular', 'msisdn'), 'phone'],
];

/** What tables hold besides people and their numbers. */
export const dataWords: Meanings<'leave-out'> = [
  [
    anywhere('почта', 'почты', 'email', 'e mail', 'mail', 'адрес…', 'address', 'дата', 'date', 'рождения', 'birthday'),
    'leave-out',
  ],
  [
    anywhere('no', 'n', 'п п', 'пп', 'id', 'код', 'code', 'инн', 'снилс', 'паспорт…', 'счет…', 'полис…', 'индекс'),
    'leave-out',
  ],
  [
    anywhere('пол', 'gender', 'возраст', 'age', 'сумма', 'оплата', 'сайт', 'website', 'web', 'url', 'photo', 'фото'),
    'leave-out',
  ],
  [
    anywhere('город', 'city', 'улица', 'street', 'страна', 'country', 'должность', 'job', 'title', 'nickname'),
    'leave-out',
  ],
];

export type PersonMeaning = 'name' | 'last-name' | 'middle-name' | 'first-name' | 'bare-name';

/** Who somebody is. `bare-name` is a whole name or, where there is a column for the last name, the first one. */
export const personWords: Meanings<PersonMeaning> = [
  [anywhere('фио', 'ф и о?', 'фамили… (?:и )?(?:имя|инициалы)', 'имя (?:и )?фамилия'), 'name'],
  [anywhere('фамилия', 'last ?name', 'family ?name', 'surname'), 'last-name'],
  [anywhere('отчество', 'middle ?name', 'additional ?name', 'patronymic'), 'middle-name'],
  [anywhere('first ?name', 'given ?name', 'forename'), 'first-name'],
  [
    anywhere('full ?name', 'display ?name', 'полное имя', 'контактное лицо', 'физ… лицо', 'contact (?:name|person)'),
    'name',
  ],
  [first('имя', 'имена', 'name', 'names'), 'bare-name'],
  [first('учени…', 'учащ…', 'ребенок', 'воспитанник…', 'студент…', 'слушател…', 'сотрудник…', 'работник…'), 'name'],
  [first('участник…', 'клиент…', 'покупател…', 'контрагент…', 'абонент…', 'родител…', 'представител…'), 'name'],
  [first('participant', 'person', 'guest', 'resident', 'tenant'), 'name'],
  [first('наименование', 'student', 'pupil', 'parent', 'guardian', 'employee', 'customer', 'client', 'member'), 'name'],
];

/** Numbers of phones when such are under it. */
export const numberWords: Meanings<'perhaps-phone'> = [
  [anywhere('номера?', 'numbers?', 'контакт…', 'contacts?', 'связь'), 'perhaps-phone'],
];
