import { everybody, type PeopleQuery } from '../../../../core/people-query.ts';
import { foldings } from '../../../../main/contacts/search/fold.ts';
import { otherLayouts } from '../../../../main/contacts/search/layouts.ts';
import { sortKey } from '../../../../main/contacts/search/sort-key.ts';
import type { KeptContact, KeptList } from '../../../../main/contacts/store.ts';

/** What the index promises, said as plainly as can be: everybody is looked at, text by text. Answers chat ids. */
export function naiveSearch(people: readonly KeptContact[], lists: readonly KeptList[], query: PeopleQuery): string[] {
  const { text, filter, order } = query;
  const found = people
    .filter(({ name, phone }) => name !== '' || phone !== '')
    .filter(({ source }) => filter.source === everybody.source || source === filter.source)
    .filter((contact) => filter.listId === null || contact.lists.includes(filter.listId))
    .filter(({ whatsapp }) => filter.whatsapp === everybody.whatsapp || whatsapp.at === filter.whatsapp)
    .filter(({ groups }) => filter.groups === everybody.groups || groups === 0)
    .map((contact) => ({ contact, grade: gradeOf(contact, lists, text) }))
    .filter(({ grade }) => grade > 0);
  const by = {
    best: (a: Found, b: Found) => (saysNothing(text) ? b.grade - a.grade || byName(a, b) : byGrade(a, b)),
    name: byName,
    'name-down': (a: Found, b: Found) => lastly(a, b, ({ contact }) => contact.name === '') || byName(b, a),
    phone: byNumber,
    'phone-down': (a: Found, b: Found) => lastly(a, b, ({ contact }) => digitsOf(contact) === '') || byNumber(b, a),
  };
  return found.sort(by[order]).map(({ contact }) => contact.chatId);
}

type Found = { readonly contact: KeptContact; readonly grade: number };

const formsOf = (text: string): string[] =>
  foldings(text).filter((form): form is string => form !== undefined && form !== '');
const saysNothing = (text: string): boolean => formsOf(text).length === 0;
const digitsOf = ({ chatId, phone }: KeptContact): string =>
  (/^(\d+)@c\.us$/.exec(chatId)?.[1] ?? phone).replace(/\D/g, '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whoever it is true of comes after the others, and among themselves in the usual order. */
function lastly(a: Found, b: Found, isLast: (found: Found) => boolean): number {
  if (isLast(a) !== isLast(b)) return isLast(a) ? 1 : -1;
  return isLast(a) ? byName(a, b) : 0;
}

function byName(a: Found, b: Found): number {
  const [one, other] = [a, b].map(({ contact }) =>
    contact.name === '' ? `\uffff${digitsOf(contact)}` : sortKey(contact.name) || `\u00ff${contact.name}`,
  );
  return compare(one ?? '', other ?? '') || compare(a.contact.chatId, b.contact.chatId);
}

const byNumber = (a: Found, b: Found): number =>
  compare(digitsOf(a.contact) || '\uffff', digitsOf(b.contact) || '\uffff') || byName(a, b);

function byGrade(a: Found, b: Found): number {
  const use = ({ contact: { uses, usedAtMs } }: Found) =>
    uses === 0 ? 0 : 1 + (usedAtMs ?? 0) + Math.log2(uses) * 30 * 86_400_000;
  return Number(a.contact.gone) - Number(b.contact.gone) || b.grade - a.grade || use(b) - use(a) || byName(a, b);
}

/** 8 for the beginning of a name down to 1 for the inside of a word in another layout; 0 when not found. */
function gradeOf(contact: KeptContact, lists: readonly KeptList[], text: string): number {
  const words = text.split(/\s+/u).filter((word) => formsOf(word).length > 0);
  const names = formsOf(contact.name);
  const asides = [
    contact.note,
    ...lists.filter(({ listId }) => contact.lists.includes(listId)).map(({ name }) => name),
  ];
  const searched = {
    names: names.length > 0 ? names : [contact.name.trim().replace(/\s+/gu, ' ')],
    asides: asides.flatMap(formsOf),
    digits: digitsOf(contact),
  };
  if (words.length === 0) {
    const signs = text.split(/\s+/u).filter((sign) => sign !== '');
    return Math.max(1, signs.length === 0 ? 0 : Math.min(...signs.map((sign) => inTexts(searched, sign))));
  }
  const isOneLetter = words.every((word) => word.length === 1);
  const grades = runsOf(words).map((run) =>
    isFigures(run[0] ?? '')
      ? Math.max(inNumber(searched.digits, run.join(' ')), Math.min(...run.map((word) => inWords(searched, word))))
      : Math.max(inWords(searched, run[0] ?? ''), isOneLetter ? 0 : inOtherLayout(searched, run[0] ?? '')),
  );
  const worst = Math.min(...grades);
  const isBegun = grades.length > 1 && formsOf(text).some((form) => beginsWith(searched.names, form.split(' ')));
  return worst > 0 && isBegun ? 8 : worst;
}

type Searched = { readonly names: readonly string[]; readonly asides: readonly string[]; readonly digits: string };

const isFigures = (word: string): boolean => /\d/.test(word) && !/[\p{L}\p{So}]/u.test(word);

/** Figures that stand side by side are one number. */
function runsOf(words: readonly string[]): string[][] {
  const starts = words.flatMap((word, place) => (isFigures(word) && isFigures(words[place - 1] ?? '') ? [] : place));
  return starts.map((start, place) => words.slice(start, starts[place + 1]));
}

const inWords = (searched: Searched, word: string): number => best(searched, formsOf(word));

function inOtherLayout(searched: Searched, word: string): number {
  const grade = best(searched, otherLayouts(word).flatMap(formsOf));
  return { 8: 3, 7: 2, 5: 1, 4: 1 }[grade] ?? 0;
}

/** Words that a hyphen joins may stand apart. */
const best = (searched: Searched, forms: readonly string[]): number =>
  Math.max(0, ...forms.map((form) => Math.min(...form.split(' ').map((part) => inTexts(searched, part)))));

function inTexts({ names, asides }: Searched, part: string): number {
  if (names.some((name) => name.startsWith(part))) return 8;
  if (names.some((name) => name.includes(` ${part}`))) return 7;
  if (names.some((name) => name.includes(part))) return 5;
  return asides.some((aside) => aside.includes(part)) ? 4 : 0;
}

function inNumber(digits: string, text: string): number {
  const typed = text.replace(/\D/g, '');
  if (/^\(?\+/.test(text)) return digits.startsWith(typed) ? 6 : 0;
  const starts = [typed.replace(/^00(?=\d)/, ''), typed.replace(/^8(?=\d)/, '7')];
  return digits.includes(typed) || starts.some((start) => digits.startsWith(start)) ? 6 : 0;
}

function beginsWith(names: readonly string[], words: readonly string[]): boolean {
  return words.every((word, place) =>
    names.some((name) => {
      const own = name.split(' ')[place] ?? '';
      return place === words.length - 1 ? own.startsWith(word) : own === word;
    }),
  );
}
