import type { ColumnRole } from '../../../core/people-import.ts';

/**
 * What the heading of a column says: a role, or what becomes one beside the other columns. `bare-name` is a whole name
 * or, where there is a column for the last name, the first one; `organization` names those who have no name; `perhaps-phone`
 * needs numbers under it. Null: the words are not known.
 */
export type Meaning = ColumnRole | 'bare-name' | 'organization' | 'perhaps-phone';

/** Reads a heading as Google Contacts, Outlook, 1C, schools and offices write them, in Russian or English. */
export function meaningOf(heading: string): Meaning | null {
  const words = plainWords(heading);
  if (words === '' || words.length > headingMax) return null;
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Longer texts are titles and sentences. */
const headingMax = 80;

/** `Ф.И.О.` → `ф и о`, `№ п/п` → `no п п`, `firstName` → `first name`. */
const plainWords = (heading: string): string =>
  heading
    .slice(0, 2 * headingMax)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Any of these words; `…` stands for the rest of a word. */
const anywhere = (...words: readonly string[]): RegExp => pattern(words, '(?:^| )');
const first = (...words: readonly string[]): RegExp => pattern(words, '^');
const pattern = (words: readonly string[], before: string): RegExp =>
  new RegExp(`${before}(?:${words.join('|').replaceAll('…', '\\p{L}*')})(?= |$)`, 'u');

/** The first that fits holds. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  // Numbers of machines and of others, and what stands beside a number or a name in the tables of phones.
  [anywhere('факс…', 'fax', 'пейджер', 'pager', 'телекс', 'telex', 'телетайп', 'tty', 'tdd', 'isdn'), 'leave-out'],
  [anywhere('помощника', 'ассистента', 'assistant', 'company main', 'телефон организации'), 'leave-out'],
  [
    anywhere('type', 'label', 'тип', 'prefix', 'suffix', 'phonetic', 'yomi', 'file as', 'username', 'user name'),
    'leave-out',
  ],
  [anywhere('имя пользователя', 'имя файла', 'organization (?:\\d )?(?!name)\\p{L}+'), 'leave-out'],
  [anywhere('крови', 'здоровья', 'физкультурн…', 'инвалидности'), 'leave-out'],
  [first('примечан…', 'заметк…', 'комментари…', 'описание', 'notes?', 'comments?', 'remarks?', 'description'), 'note'],
  [
    anywhere('тел', 'телеф…', 'тлф', 'моб', 'мобил…', 'сот', 'сотов…', 'whats ?app', 'ватсап', 'вотсап', 'вацап'),
    'phone',
  ],
  [anywhere('phones?', 'telephone', 'tel', 'mobile', 'cell', 'cellphone', 'cellular', 'msisdn'), 'phone'],
  [anywhere('класса?', 'группа', 'группы', 'спис(?:ок|ки)', 'категори…', 'отдел', 'подразделение', 'бригада'), 'list'],
  [anywhere('class', 'groups?', 'lists?', 'categor(?:y|ies)', 'labels', 'tags?', 'team', 'department'), 'list'],
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
  [anywhere('фио', 'ф и о?', 'фамили… (?:и )?(?:имя|инициалы)', 'имя (?:и )?фамилия'), 'name'],
  [anywhere('фамилия', 'last ?name', 'family ?name', 'surname'), 'last-name'],
  [anywhere('отчество', 'middle ?name', 'additional ?name', 'patronymic'), 'middle-name'],
  [anywhere('first ?name', 'given ?name', 'forename'), 'first-name'],
  [
    anywhere('full ?name', 'display ?name', 'полное имя', 'контактное лицо', 'физ… лицо', 'contact (?:name|person)'),
    'name',
  ],
  [first('организация', 'компания', 'фирма', 'company', 'organi[sz]ation'), 'organization'],
  [first('имя', 'имена', 'name', 'names'), 'bare-name'],
  [first('учени…', 'учащ…', 'ребенок', 'воспитанник…', 'студент…', 'слушател…', 'сотрудник…', 'работник…'), 'name'],
  [first('участник…', 'клиент…', 'покупател…', 'контрагент…', 'абонент…', 'родител…', 'представител…'), 'name'],
  [
    first('наименование', 'student', 'pupil', 'employee', 'customer', 'client', 'member', 'participant', 'person'),
    'name',
  ],
  [anywhere('номера?', 'numbers?', 'контакт…', 'contacts?', 'связь'), 'perhaps-phone'],
];
