import { isSearched, isSilent, latinOf } from './letters.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** Every script in its own letters, those of its neighbours beside the nearest: `ә` after `а`, `і` after `и`. */
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzаәбвгғґдђеєжзиіїйјкқлљмнңњоөпрстћуўұүфхһцчџшщъыьэюя';

/** One sign for each letter, so that comparing two keys sign by sign puts the names in the order of the alphabet. */
export const sortKey: Spelling = createSpelling((character) => {
  const lower = character.toLowerCase();
  return keyOf(lower) ?? Array.from(lower.normalize('NFKD'), keyOfPart).join('');
}, ' ');

/** A letter without its accent, `е` for `ё`; what is outside the alphabet comes after it, in the order of Unicode. */
function keyOfPart(character: string): string {
  if (isSilent(character)) return '';
  const lower = character.toLowerCase();
  const known = keyOf(lower);
  if (known !== undefined) return known;
  const latin = latinOf.get(lower);
  if (latin !== undefined) return Array.from(latin, (letter) => keyOf(letter) ?? letter).join('');
  return isSearched(lower) ? lower : ' ';
}

function keyOf(letter: string): string | undefined {
  const place = letter === '' ? -1 : alphabet.indexOf(letter);
  return place < 0 ? undefined : String.fromCharCode(0x30 + place);
}
