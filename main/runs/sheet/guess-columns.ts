import type { SheetRole } from '../../../core/group-sheet.ts';
import { type Column, isMostly } from './sheet-columns.ts';
import type { Meaning } from './sheet-words.ts';

/** The columns with people in them: of each what it holds. */
export type PeopleColumns = Readonly<Record<'phone' | 'people' | 'admins', readonly number[]>>;

/** The words of the headings go first, what stands under them decides where they say nothing. */
export function findPeople(columns: readonly Column[]): PeopleColumns {
  const isAnywhere = columns.some(({ content }) => content.numbers > 0);
  const found = columns.map((column) => (hasPeople(column, isAnywhere) ? roleOf(column) : null));
  const having = (role: SheetRole): number[] => found.flatMap((one, place) => (one === role ? [place] : []));
  return { phone: having('phone'), people: having('people'), admins: having('admins') };
}

function hasPeople({ meaning, content, yesOrNo }: Column, isAnywhere: boolean): boolean {
  if (meaning === 'admins') return !isMostly(yesOrNo, content);
  if (meaning === 'phone' || meaning === 'people') {
    // Under `WhatsApp` and `Members` there may be yes and no, or names, beside real numbers in another column.
    return content.numbers > 0 || content.filled === 0 || !isAnywhere;
  }
  return (meaning === null || !otherwise.includes(meaning)) && isMostly(content.numbers, content);
}

const otherwise: readonly Meaning[] = ['message', 'picture', 'only-admins', 'note', 'leave-out', 'group', 'letter'];

function roleOf({ meaning, content, several }: Column): 'phone' | 'people' | 'admins' {
  if (meaning === 'admins') return 'admins';
  const isMixed = meaning !== 'phone' && isMostly(content.mixed, content);
  return meaning === 'people' || isMixed || isMostly(several, content) ? 'people' : 'phone';
}

/** The column that names the groups, or null. `repeats` tells how often a value of a column comes again. */
export function findGroup(
  columns: readonly Column[],
  people: PeopleColumns,
  isRepeated: (place: number) => boolean,
): number | null {
  const taken = [...people.phone, ...people.people, ...people.admins];
  const free = columns.map((column, place) => (taken.includes(place) ? null : column));
  const byHeading = (...meanings: readonly Meaning[]): number =>
    free.findIndex((column) => column?.meaning != null && meanings.includes(column.meaning));
  const told = [byHeading('group'), byHeading('perhaps-group')].find((place) => place >= 0);
  if (told !== undefined || people.phone.length + people.people.length === 0) return told ?? null;
  const candidates = free.flatMap((column, place) => (column !== null && mayName(column) ? [place] : []));
  const others = candidates.filter((place) => !isOfNames(columns[place]));
  const choice = others.find(isRepeated) ?? others[0] ?? (people.phone.length === 1 ? undefined : candidates[0]);
  return choice ?? null;
}

const mayName = ({ meaning, content, figures }: Column): boolean =>
  (meaning === null || meaning === 'bare-name') &&
  content.filled > 0 &&
  content.numbers === 0 &&
  !isMostly(figures, content);

const isOfNames = (column: Column | undefined): boolean =>
  column !== undefined && (column.meaning === 'bare-name' || isMostly(column.content.names, column.content));

/** The columns with the names of those whose numbers stand in `phones`. */
export function findNames(columns: readonly (Column | null)[], phones: readonly number[]): number[] {
  const having = (is: (column: Column) => boolean): number[] =>
    columns.flatMap((column, place) => (column !== null && is(column) ? [place] : []));
  const meaning = (...wanted: readonly Meaning[]): number[] =>
    having((column) => column.meaning !== null && wanted.includes(column.meaning));
  const parts = meaning('last-name', 'first-name', 'middle-name');
  // `Name` beside `Last name` is the first one.
  const hasFirst = meaning('first-name').length > 0;
  if (parts.length > 0)
    return hasFirst ? parts : [...parts, ...meaning('bare-name')].toSorted((one, other) => one - other);
  const whole = meaning('name', 'bare-name', 'people');
  if (whole.length > 0) return nearest(whole, phones);
  const unknown = (is: (column: Column) => boolean): number[] =>
    having((column) => (column.meaning === null || column.meaning === 'perhaps-phone') && is(column));
  const named = unknown(({ content }) => isMostly(content.names, content));
  if (named.length > 0) return nearest(named, phones);
  return sideBySide(
    unknown(({ content }) => isMostly(content.singleWords, content) && isMostly(content.distinct, content)),
  );
}

/** For each phone the last name before it, after the phone before; where there is none at all, the first one behind. */
function nearest(names: readonly number[], phones: readonly number[]): number[] {
  if (phones.length === 0) return [...names];
  const found = phones.flatMap((phone, place) => {
    const name = names.findLast((one) => one < phone && one > (phones[place - 1] ?? -1));
    return name === undefined ? [] : [name];
  });
  // `Phone 1, Name 1, Phone 2, Name 2`.
  const areBehind = (names[0] ?? 0) > (phones[0] ?? 0) && names.length === phones.length;
  if (areBehind) return [...names];
  const first = names[0];
  return found.length > 0 || first === undefined ? found : [first];
}

const partsMax = 3;

/** Last name, first name and patronymic in columns of their own. */
function sideBySide(places: readonly number[]): number[] {
  const gap = places.findIndex((place, index) => place !== (places[0] ?? 0) + index);
  return places.slice(0, gap < 0 ? partsMax : Math.min(gap, partsMax));
}
