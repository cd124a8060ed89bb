import type { ColumnRole } from '../../../core/people-import.ts';
import type { Content } from '../../spreadsheet/column-content.ts';
import type { Meaning } from './column-words.ts';

/** What is known of a column: the meaning of its heading, null when nobody knows it, and what its cells hold. */
export type Column = { readonly meaning: Meaning | null; readonly content: Content };

/** One role for each column. The words of the headings go first, what stands under them decides where they say nothing. */
export function rolesOf(columns: readonly Column[]): ColumnRole[] {
  const roles = columns.map((): ColumnRole => 'leave-out');
  const put = (role: ColumnRole, places: readonly number[]): void => {
    for (const place of places) roles[place] = role;
  };

  const phones = phonesOf(columns);
  put('phone', phones);
  const free = columns.map((column, place) => (phones.includes(place) ? null : column));
  put('list', having(free, 'list'));
  put('note', having(free, 'note').slice(0, 1));

  const names = namesOf(free, phones);
  const guessed =
    names.length > 0
      ? names
      : namesByContent(
          free,
          phones.some((place) => isMixed(columns[place]?.content)),
        );
  for (const { role, place } of guessed) roles[place] = role;
  if (!roles.includes('note')) put('note', otherNames(free, guessed).slice(0, 1));
  return roles;
}

const having = (columns: readonly (Column | null)[], ...meanings: readonly Meaning[]): number[] =>
  columns.flatMap((column, place) => (column?.meaning && meanings.includes(column.meaning) ? [place] : []));

const isMostly = (count: number, { filled }: Content): boolean => filled > 0 && count >= filled / 2;
const isMixed = (content: Content | undefined): boolean => content !== undefined && isMostly(content.mixed, content);

function phonesOf(columns: readonly Column[]): number[] {
  const isAnywhere = columns.some(({ content }) => content.numbers > 0);
  return columns.flatMap(({ meaning, content }, place) => {
    // Of `WhatsApp: yes, no` beside real numbers only the heading speaks of numbers.
    if (meaning === 'phone')
      return content.wordsOnly < content.filled || content.filled === 0 || !isAnywhere ? [place] : [];
    if (meaning === 'note' || meaning === 'list' || meaning === 'leave-out') return [];
    // People whom nobody has named stand among names with their number.
    const isOfNames = meaning !== null && meaning !== 'perhaps-phone' && content.names + content.singleWords > 0;
    return !isOfNames && isMostly(content.numbers, content) ? [place] : [];
  });
}

type Named = { readonly role: ColumnRole; readonly place: number };

/** The columns that say who somebody is. Where there are several people in a row, the one nearest before the number has it. */
function namesOf(columns: readonly (Column | null)[], phones: readonly number[]): Named[] {
  const before = phones[0] ?? columns.length;
  const nearest = (role: ColumnRole, ...meanings: readonly Meaning[]): Named[] => {
    const places = having(columns, ...meanings);
    const place = places.findLast((one) => one < before) ?? places[0];
    return place === undefined ? [] : [{ role, place }];
  };
  const last = nearest('last-name', 'last-name');
  const middle = nearest('middle-name', 'middle-name');
  const given = nearest('first-name', 'first-name');
  // `Name` beside `Last name` is the first one.
  const isPart = last.length > 0 && given.length === 0;
  const first = isPart ? nearest('first-name', 'bare-name') : given;
  const whole = orElse(nearest('name', 'name'), isPart ? [] : nearest('name', 'bare-name'));
  const parts = last.length + middle.length > 0 || whole.length === 0 ? [...last, ...first, ...middle] : [];
  return [...parts, ...orElse(whole, nearest('name', 'organization'))];
}

/** The first that is there. */
const orElse = (...choices: readonly (readonly Named[])[]): readonly Named[] =>
  choices.find((choice) => choice.length > 0) ?? [];

/**
 * Without headings that are known: a column of whole names, else the parts of names side by side. Words beside the numbers
 * are likely names too, and more so than single words in another column.
 */
function namesByContent(columns: readonly (Column | null)[], besideNumbers: boolean): Named[] {
  const unknown = columns.map((column) =>
    column?.meaning === null || column?.meaning === 'perhaps-phone' ? column.content : null,
  );
  const whole = bestOf(unknown, ({ names }) => names);
  if (whole !== null) return [{ role: 'name', place: whole }];
  if (besideNumbers) return [];
  const single = bestOf(unknown, ({ singleWords }) => singleWords);
  return single === null ? [] : partsFrom(unknown, single);
}

/** The column where most of the cells are so; of equals the first. */
function bestOf(contents: readonly (Content | null)[], count: (content: Content) => number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [place, content] of contents.entries()) {
    if (content === null || !isMostly(count(content), content) || count(content) <= most) continue;
    [best, most] = [place, count(content)];
  }
  return best;
}

/** Up to three columns of single words, as different as names are: a column of towns says the same again and again. */
function partsFrom(contents: readonly (Content | null)[], from: number): Named[] {
  const isPart = (content: Content | null | undefined): content is Content =>
    content != null && isMostly(content.singleWords, content) && isMostly(content.distinct, content);
  const run = contents.slice(from, from + 3);
  const end = run.findIndex((content) => !isPart(content));
  const parts = (end < 0 ? run : run.slice(0, end)).filter(isPart);
  if (parts.length < 2) return [{ role: 'name', place: from }];
  const middle = parts.findIndex((content) => isMostly(content.patronymics, content));
  const family = parts.findIndex((content, place) => place !== middle && isMostly(content.families, content));
  const last = family >= 0 ? family : [0, 1, 2].find((place) => place !== middle && place !== middle - 1);
  return parts.map((_, place): Named => {
    const role = place === middle ? 'middle-name' : place === last ? 'last-name' : 'first-name';
    return { role, place: from + place };
  });
}

/** Another person of the row, `Pupil` beside `Parent`: worth a note. */
const otherNames = (columns: readonly (Column | null)[], named: readonly Named[]): number[] =>
  having(columns, 'name', 'bare-name').filter((place) => !named.some((one) => one.place === place));
