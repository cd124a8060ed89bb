/** A piece of a shown text; `hit` is what the search asked for. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** Cuts a name where the words of the search stand in it; case and `ё` do not matter. */
export function matchesInName(name: string, search: string): readonly Piece[] {
  const letters = [...name];
  const folded = letters.map(fold);
  const hits = letters.map(() => false);
  for (const word of search.trim().split(/\s+/).filter(Boolean)) {
    const wanted = [...word].map(fold);
    const at = folded.findIndex((_, start) => wanted.every((letter, n) => folded[start + n] === letter));
    if (at >= 0) hits.fill(true, at, at + wanted.length);
  }
  return pieces(letters, hits);
}

/** Cuts a number where the digits of the search stand in it, whatever spaces and dashes it is written with. */
export function matchesInPhone(phone: string, search: string): readonly Piece[] {
  const letters = [...phone];
  const hits = letters.map(() => false);
  const wanted = /\p{L}/u.test(search) ? '' : search.replace(/\D/g, '');
  const digitPlaces = letters.flatMap((letter, place) => (/\d/.test(letter) ? [place] : []));
  const at = digitPlaces
    .map((place) => letters[place])
    .join('')
    .indexOf(wanted);
  if (wanted !== '' && at >= 0) {
    hits.fill(true, digitPlaces[at], (digitPlaces[at + wanted.length - 1] ?? 0) + 1);
  }
  return pieces(letters, hits);
}

const fold = (letter: string): string => letter.toLowerCase().replace('ё', 'е');

function pieces(letters: readonly string[], hits: readonly boolean[]): readonly Piece[] {
  const found: { text: string; hit: boolean }[] = [];
  letters.forEach((letter, place) => {
    const last = found.at(-1);
    if (last && last.hit === hits[place]) last.text += letter;
    else found.push({ text: letter, hit: hits[place] ?? false });
  });
  return found;
}
