import { digitsOf } from '../../core/chat-id.ts';
import type { Country } from '../../core/phone.ts';
import { digitCount, findNumbersIn } from './cell-numbers.ts';

/** What some cells of a column hold. `numbers` are those with a number of a phone, `mixed` those of them with words too. */
export type Content = {
  readonly filled: number;
  readonly numbers: number;
  readonly mixed: number;
  /** Without as many digits as the shortest numbers have. */
  readonly wordsOnly: number;
  /** Several words with capitals: a whole name. */
  readonly names: number;
  /** One word with a capital: a part of a name, a town. */
  readonly singleWords: number;
  /** How many of the filled cells are different. */
  readonly distinct: number;
  /** Of the single words: how many are made as a Russian patronymic or family name. */
  readonly patronymics: number;
  readonly families: number;
};

export function contentOf(column: readonly string[], country: Country | null): Content {
  const cells = column.filter((cell) => cell !== '');
  const count = (is: (cell: string) => boolean): number => cells.filter(is).length;
  const hasPhone = cells.filter((cell) => hasNumber(cell, country));
  return {
    filled: cells.length,
    numbers: hasPhone.length,
    mixed: hasPhone.filter((cell) => /\p{L}{3}/u.test(cell)).length,
    wordsOnly: count((cell) => digitCount(cell) < 5),
    names: count((cell) => wholeName.test(cell)),
    singleWords: count((cell) => singleWord.test(cell)),
    distinct: new Set(cells).size,
    patronymics: count((cell) => patronymic.test(cell)),
    families: count((cell) => family.test(cell)),
  };
}

const word = String.raw`\p{Lu}[\p{L}'’ʼ.-]*`;
const singleWord = new RegExp(`^${word}$`, 'u');
/** Two to five words of which the first two have capitals, and remarks in brackets. */
const wholeName = new RegExp(String.raw`^${word}[\s,]{1,3}${word}(?:[\s,]{1,3}\(?\p{L}[\p{L}'’ʼ.-]*\)?){0,3}$`, 'u');
const patronymic = /(?:вич|вна|ична|инична|оглы|кызы)$/iu;
const family = /(?:[оеё]в|[оеё]ва|ин|ина|ын|ына|ский|ская|цкий|цкая|ко|ук|юк|ых|их|ян|дзе|швили)$/iu;

/** As many digits close together as the shortest numbers have, or what a spreadsheet makes of more. */
const looksLikeNumber = /\d(?:[\s().\-–/]{0,3}\d){6}|\d[eе]\+?\d/iu;
const date = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?: \d\d?:\d\d.*)?$/;

/** A number that is one here, or says of where it is: other long digits can mean anything. */
export function hasNumber(cell: string, country: Country | null): boolean {
  if (!looksLikeNumber.test(cell) || date.test(cell)) return false;
  return findNumbersIn(cell, country).some((found) => {
    if (found.at === 'bad') return found.reason === 'rounded' || found.reason === 'extension';
    const isGuess = found.repaired && cell.replace(/\D/g, '') === digitsOf(found.chatId);
    return !isGuess || country === null || cell.includes('+');
  });
}
