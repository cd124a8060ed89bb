import { isSearched, isSilent, latinOf } from './letters.ts';
import { createSpelling } from './spelling.ts';

/**
 * A name as it is searched: without case and accents, in Latin letters where it is Cyrillic, with spellings that people mix
 * as one (`kh`/`h`, `yo`/`ё`, `Vasiliev`/`Vasilyev`), so that `anna` finds `Анна` and `Юлия` finds `Julia`. Words are parted
 * by one space. Folding what is folded changes nothing.
 */
export const fold = (text: string): string => foldings(text)[0];

/**
 * The same, and after it, where it differs, the name folded letter by letter: what that does with a part of a name it does
 * with the name too, which `fold` cannot promise (`k` is a part of `Khan`, whose folded form is `han`).
 */
export function foldings(text: string): readonly [folded: string, plain?: string] {
  const plain = softLetters(text);
  if (!mayBeMixed.test(plain)) return [plain];
  let before = letters(text);
  let folded = unmix(before);
  while (folded !== before) {
    before = folded;
    folded = unmix(before);
  }
  return folded === plain ? [plain] : [folded, plain];
}

const letters = createSpelling(latin, ' ');
const softLetters = createSpelling((character) => latin(character).replace(/[jywqx]/g, soft), ' i');

function latin(character: string): string {
  const lower = character.toLowerCase();
  return latinOf.get(lower) ?? Array.from(lower.normalize('NFKD'), latinPart).join('');
}

function latinPart(character: string): string {
  if (isSilent(character)) return '';
  const lower = character.toLowerCase();
  return latinOf.get(lower) ?? (isSearched(lower) ? lower : ' ');
}

/** One letter for those that people put for one another. */
const soft = (letter: string): string => ({ j: 'i', y: 'i', w: 'v', q: 'k', x: 'ks' })[letter] ?? letter;

/** What `unmix` may change, once `j` and `y` are an `i`. */
const mayBeMixed = /c(?!h)|sh?ch|[kp]h|i[eo]|di/;

const unmix = (text: string): string =>
  softLetters(
    text
      .replace(/c(?!h)/g, 'k')
      .replace(/s(?:h?ch)+/g, 'sh')
      .replace(/k+h/g, 'h')
      .replace(/ph/g, 'f')
      .replace(/dj/g, 'dzh')
      .replace(/[jy]o|[ijy]+e/g, 'e'),
  );
