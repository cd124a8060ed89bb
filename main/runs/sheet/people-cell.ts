import type { Entry } from '../../../core/contact.ts';
import { readEach, toEntry } from '../../../core/entries.ts';
import { readCell } from '../../../core/find-numbers.ts';
import { type Country, readPhone } from '../../../core/phone.ts';
import { digitCount } from '../../spreadsheet/cell-numbers.ts';

/**
 * Everybody in a cell, in their order: numbers with names or without, parted by `;` `,` or line breaks. Who stands there
 * twice comes twice. What cannot be a number is kept as bad, so that nobody who was meant is left out in silence. A `name`
 * that stands beside the cell goes before those in it.
 */
export function readPeopleCell(cell: string, country: Country | null, name = ''): Entry[] {
  if (cell === '' || saysNobody.test(cell)) return [];
  // Names beside numbers take longer to look for, and most cells have none.
  if (!hasWords(cell)) return numbersOnly(cell, country, name);
  const entries = withNames(cell, country);
  return name === '' ? entries : entries.map((entry) => named(entry, name));
}

const saysNobody = /^(?:нет|нету|отсутствует|no|none|n\/a)[.!]?$/iu;

function named(entry: Entry, name: string): Entry {
  if (entry.at === 'ready') return { ...entry, person: { ...entry.person, name } };
  return entry.at === 'repair' ? { ...entry, name, guess: { ...entry.guess, name } } : { ...entry, name };
}

/** One number without the mark of a list before it: nothing has to be looked for. */
const oneNumber = /^\+?\d(?!\d{0,3}\))[\d ()-]{8,22}$/;

function numbersOnly(cell: string, country: Country | null, name: string): Entry[] {
  const text = withoutFraction(cell);
  const reading = oneNumber.test(text) ? readPhone(text, country) : null;
  if (reading !== null && reading.at !== 'bad') return [toEntry({ text, reading }, name)];
  if (!/[;,\n]/.test(text)) return numbersIn(text, country, name);
  const entries = text.split(/[;,\n]/).flatMap((piece) => numbersIn(piece, country, name));
  const telling = entries.filter(isTelling);
  return telling.length > 0 ? telling : entries.slice(0, 1);
}

const numbersIn = (text: string, country: Country | null, name = ''): Entry[] =>
  readCell(text, country).map((found) => toEntry(found, name));

/** Programs that take a column for numbers write `79000000001.0`. */
const withoutFraction = (text: string): string => text.replace(/^(\d{10,15})[.,]0+$/, '$1');

/** The running numbers of a list are no numbers that somebody has mistyped. */
const isTelling = (entry: Entry): boolean => entry.at !== 'bad' || digitCount(entry.text) >= 5;

function withNames(cell: string, country: Country | null): Entry[] {
  const pieces = withoutTitle(piecesOf(cell, /[;\n]/))
    .flatMap(byCommas)
    .filter((piece) => hasWords(piece) || digitCount(piece) >= 5);
  if (!pieces.some(hasWords)) return numbersOnly(pieces.join(';'), country, '');
  const apart = pieces.map((piece) => readPiece(piece, country));
  const isEachSomebody = apart.some((entries) => entries.some((entry) => entry.at !== 'bad' && nameOf(entry) !== ''));
  const nameless = apart.filter(isOfWords).length;
  // Names and numbers take turns: they belong together.
  if (!isEachSomebody && nameless <= apart.length - nameless) {
    return [...readEach(pieces.join(' ; '), country), ...slipsIn(pieces.join(','), country)];
  }
  return apart.flatMap((entries, place) => [...entries, ...slipsIn(pieces[place] ?? '', country)]);
}

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** `Anna 900…, Boris 900…`; `Petrova, Anna 900…` is one piece. */
function byCommas(piece: string): string[] {
  if (!piece.includes(',')) return [piece];
  const parts = piecesOf(piece, /,/);
  if (!parts.some((part) => /\p{L}{2}/u.test(part) && digitCount(part) >= 7)) return [piece];
  const pieces: string[] = [];
  let words = '';
  for (const part of parts) {
    const isOfWordsOnly = !/\d/.test(part);
    if (isOfWordsOnly) words = words === '' ? part : `${words}, ${part}`;
    else pieces.push(words === '' ? part : `${words}, ${part}`);
    if (!isOfWordsOnly) words = '';
  }
  return words === '' ? pieces : [...pieces, words];
}

/** A text without any number is one who is still to be found for each name in it. */
function readPiece(piece: string, country: Country | null): Entry[] {
  if (/\d/.test(piece)) return readEach(piece, country);
  return piecesOf(piece, /[;,\n]/).flatMap((words) => readEach(words, country));
}

const piecesOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !saysNobody.test(piece));

/** `Parents:` over several people is nobody's name. */
const withoutTitle = (pieces: readonly string[]): readonly string[] =>
  pieces.length > 2 && pieces.findLastIndex((piece) => piece.endsWith(':')) === 0 ? pieces.slice(1) : pieces;

const nameOf = (entry: Entry): string => (entry.at === 'ready' ? entry.person.name : entry.name);

const isOfWords = (entries: readonly Entry[]): boolean =>
  entries.length > 0 && entries.every((entry) => entry.at === 'bad' && entry.reason === 'letters');

/** Digits that stand alone among people are likely a number with a slip, however short, although no name is beside them. */
function slipsIn(text: string, country: Country | null): Entry[] {
  if (!text.includes(',')) return [];
  return text
    .split(',')
    .filter((piece) => /\d/.test(piece) && !hasWords(piece))
    .flatMap((piece) => numbersIn(piece, country))
    .filter((entry) => entry.at === 'bad' && isTelling(entry) && digitCount(entry.text) < 7);
}
