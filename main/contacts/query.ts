import { fold } from './fold.ts';

/** What is searched in: a folded name and the digits of a number. */
export type Searched = { readonly folded: string; readonly digits: string };

/** How well it matches: 0 at the beginning, 1 at the beginning of a word or in a number, 2 inside a word; null not at all. */
export type Matcher = (searched: Searched) => number | null;

/** Any part of name or number, several words in any order, numbers with the spaces and dashes that people like. */
export function matcherOf(text: string): Matcher {
  const needles = piecesOf(text).map((piece) => (/\p{L}/u.test(piece) ? inName(piece) : inNumberOrName(piece)));
  return (searched) => {
    let worst = 0;
    for (const needle of needles) {
      const rank = needle(searched);
      if (rank === null) return null;
      worst = Math.max(worst, rank);
    }
    return worst;
  };
}

/** The words one by one; figures that stand side by side are one piece of a number. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part))) {
    const before = pieces.at(-1);
    if (before === undefined || /\p{L}/u.test(before + word)) pieces.push(word);
    else pieces[pieces.length - 1] = `${before} ${word}`;
  }
  return pieces;
}

function inName(text: string): Matcher {
  const words = fold(text);
  return ({ folded }) => {
    const at = folded.indexOf(words);
    if (at <= 0) return at === 0 ? 0 : null;
    return folded.includes(` ${words}`) ? 1 : 2;
  };
}

function inNumberOrName(text: string): Matcher {
  const name = inName(text);
  const number = inNumber(text);
  return (searched) => {
    const byNumber = number(searched);
    if (byNumber === 0) return 0;
    const byName = name(searched);
    return byName !== null && (byNumber === null || byName < byNumber) ? byName : byNumber;
  };
}

function inNumber(text: string): Matcher {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return () => null;
  // `8 912 …` is what people in Russia and Kazakhstan write for `+7 912 …`; `00` stands for `+` elsewhere.
  const otherStarts = [digits.replace(/^00(?=\d)/, ''), digits.replace(/^8(?=\d)/, '7')].filter(
    (start) => start !== digits,
  );
  const isWhole = /^\(?\+/.test(text);
  return (searched) => {
    if (isWhole) return searched.digits.startsWith(digits) ? 0 : null;
    const at = searched.digits.indexOf(digits);
    if (at === 0 || otherStarts.some((start) => searched.digits.startsWith(start))) return 0;
    return at > 0 ? 1 : null;
  };
}
