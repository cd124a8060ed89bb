import type { Country } from '../../../core/phone.ts';
import { findNumbersIn, type NumberFound } from '../../spreadsheet/cell-numbers.ts';
import type { Card, CardProperty } from './cards.ts';
import type { LineRead } from './line-read.ts';
import { plainLists } from './list-names.ts';

/** Reads every card as a person: `line` is its place in the file, from 1. Cards that say nothing are passed over. */
export function* readCardPeople(cards: readonly Card[], country: Country | null): Generator<LineRead> {
  for (const [index, card] of cards.entries()) {
    const name = nameOf(card);
    const numbers = numbersOf(card, country);
    if (name === '' && numbers.length === 0) continue;
    yield {
      line: index + 1,
      name,
      note: textOf(card, 'NOTE'),
      lists: plainLists(all(card, 'CATEGORIES').flatMap(({ value }) => fieldsOf(value, ',').map(unescaped))),
      numbers,
      says: [name, ...all(card, 'TEL').map(({ value }) => unescaped(value))],
    };
  }
}

const all = ({ properties }: Card, name: string): CardProperty[] =>
  properties.filter((property) => property.name === name);

/** The first of these properties that is not empty. */
const textOf = (card: Card, name: string): string =>
  all(card, name)
    .map(({ value }) => unescaped(value).trim())
    .find(Boolean) ?? '';

/** What the card calls itself; then the parts of the name, the nickname, and for those who have none, the company. */
const nameOf = (card: Card): string => {
  const shown = textOf(card, 'FN');
  // Phones show a number where there is no name.
  const name = /\p{L}/u.test(shown) ? shown : nameOfParts(card);
  return name || textOf(card, 'NICKNAME') || partsOf(card, 'ORG').filter(Boolean).join(', ') || shown;
};

const partsOf = (card: Card, name: string): string[] =>
  fieldsOf(all(card, name)[0]?.value ?? '', ';').map((part) => unescaped(part).trim());

/** `N` is family; given; additional; prefix; suffix. */
function nameOfParts(card: Card): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = partsOf(card, 'N');
  return [prefix, given, additional, family, suffix].filter(Boolean).join(' ');
}

function numbersOf(card: Card, country: Country | null): NumberFound[] {
  const tels = all(card, 'TEL');
  const voices = tels.filter(({ params }) => !/FAX|PAGER/.test(params));
  const numbers = (voices.length > 0 ? voices : tels).flatMap(({ value }) =>
    findNumbersIn(numberText(unescaped(value)), country),
  );
  const isCut = !card.isWhole && !numbers.some(({ at }) => at === 'number');
  return isCut ? [...numbers, { at: 'bad', text: '', reason: 'damaged' }] : numbers;
}

/** A `tel:` address (RFC 3966) as people write it: `tel:+7-495-123-45-67;ext=102`. */
function numberText(value: string): string {
  if (!/^\s*tel:/i.test(value)) return value;
  const [number = '', ...params] = value.replace(/^\s*tel:/i, '').split(';');
  const extension = params.find((param) => /^ext=/i.test(param))?.slice('ext='.length);
  return extension ? `${number} ext. ${extension}` : number;
}

/** The parts of a value between separators that have no backslash before them. */
function fieldsOf(value: string, separator: ';' | ','): string[] {
  const fields: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') {
      at += 1; // what follows is no separator
    } else if (value[at] === separator) {
      fields.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...fields, value.slice(from)];
}

const unescaped = (value: string): string =>
  value
    .replace(/\\([nN,;:\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .replace(/\r\n?/g, '\n');
