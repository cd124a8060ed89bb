import { anywhere, first, type Meanings, meaningIn } from '../../spreadsheet/heading-words.ts';
import {
  besideWords,
  dataWords,
  noteWords,
  numberWords,
  type PersonMeaning,
  personWords,
  phoneWords,
} from '../../spreadsheet/usual-headings.ts';

/**
 * What the heading of a column of groups says. `perhaps-group` names the group where nothing does it better (`Class`,
 * `Title`), `letter` is the rest of the name of a class; `role` may tell who is an admin.
 */
export type Meaning =
  | PersonMeaning
  | 'group'
  | 'perhaps-group'
  | 'letter'
  | 'people'
  | 'phone'
  | 'perhaps-phone'
  | 'admins'
  | 'role'
  | 'message'
  | 'picture'
  | 'only-admins'
  | 'note'
  | 'leave-out';

export const meaningOf = (heading: string): Meaning | null => meaningIn(meanings, heading);

const meanings: Meanings<Meaning> = [
  [anywhere('только админ…', 'пишут админ…', 'кто (?:может )?пи(?:шет|шут|сать)', 'писать могут'), 'only-admins'],
  [
    anywhere('only admins?', 'admins? only', 'only admins? (?:write|post)', 'who (?:can )?(?:write|post)s?'),
    'only-admins',
  ],
  [anywhere('сообщени…', 'приветстви…', 'message', 'welcome', 'greeting'), 'message'],
  [anywhere('картинк…', 'фото', 'фотографи…', 'аватар…', 'изображени…'), 'picture'],
  [anywhere('pictures?', 'photos?', 'images?', 'avatars?'), 'picture'],
  [
    anywhere('ссылк…', 'links?', 'кол во', 'количество', 'число', 'count', 'size', 'amount', 'статус', 'status'),
    'leave-out',
  ],
  ...besideWords,
  ...noteWords,
  [anywhere('админ…', 'admins?', 'administrators?', 'модератор…', 'moderators?'), 'admins'],
  [first('роль', 'role'), 'role'],
  [first('буква', 'литера?', 'letter'), 'letter'],
  [anywhere('телефоны', 'номера', 'участники', 'люди', 'состав', 'члены', 'участников'), 'people'],
  [anywhere('phones', 'phone numbers', 'numbers', 'participants', 'members', 'people', 'contacts'), 'people'],
  [first('родители', 'ученики', 'сотрудники', 'студенты', 'контакты', 'parents', 'pupils', 'students'), 'people'],
  [anywhere('групп[аыеу]?', 'чат…', 'бесед[аыу]', 'groups?', 'chats?'), 'group'],
  ...phoneWords,
  [
    anywhere('класса?', 'названи[ея]', 'наименование', 'тема', 'курс…?', 'отряд…?', 'команда', 'бригада'),
    'perhaps-group',
  ],
  [
    anywhere('отдел', 'подразделение', 'кружок', 'секция', 'поток', 'смена', 'объект', 'проект', 'списо?к'),
    'perhaps-group',
  ],
  [
    anywhere('class', 'team', 'department', 'course', 'squad', 'project', 'title', 'subject', 'list', 'branch'),
    'perhaps-group',
  ],
  ...dataWords,
  ...personWords,
  ...numberWords,
];

const weights: Readonly<Partial<Record<Meaning, number>>> = {
  group: 3,
  people: 3,
  phone: 3,
  'perhaps-group': 2,
  'perhaps-phone': 2,
  admins: 2,
  'only-admins': 2,
  message: 2,
  name: 2,
  'bare-name': 2,
  'first-name': 2,
  'last-name': 2,
  'middle-name': 2,
};

/** How much a cell tells of a heading. */
export function weigh(cell: string): number {
  const meaning = meaningOf(cell);
  return meaning === null ? 0 : (weights[meaning] ?? 1);
}
