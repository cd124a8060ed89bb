import { otherLayouts } from './layouts.ts';
import { asWritten, numberBeginning, textForms } from './searched-text.ts';

/** Words that all must be there; `isOtherLayout` when what was typed had to be read in another keyboard layout. */
export type Form = { readonly words: readonly string[]; readonly isOtherLayout: boolean };

/** A piece of a question is found by one of its forms, by one of its numbers, or by all of its parts. */
export type Piece = {
  /** Looked for in names, in notes and in what lists are called. */
  readonly forms: readonly Form[];
  /** Looked for in numbers as they are written for searching. */
  readonly numbers: readonly string[];
  readonly parts: readonly Piece[];
};

/** A text that was typed. Everybody is found who has all pieces. */
export type TypedQuery = {
  /** None when the text says nothing. */
  readonly pieces: readonly Piece[];
  /** The words of the whole text: whose name begins with them is found best. */
  readonly beginnings: readonly (readonly string[])[];
  /** A text of signs alone narrows nothing down, but whoever is called so comes first. */
  readonly signs: readonly Piece[];
};

/** Any part of name or number, several words in any order, numbers with the spaces and dashes that people like. */
export function readQuery(text: string): TypedQuery {
  const words = text.split(/\s+/u).filter((word) => textForms(word).length > 0);
  // Single letters say nothing about the layout.
  const mayBeOtherLayout = words.some((word) => word.length > 1);
  const pieces = runsOf(words).map((run) => {
    const [word = ''] = run;
    return isFigures(word) ? figures(run) : inText(word, mayBeOtherLayout ? otherLayouts(word) : []);
  });
  return {
    pieces,
    beginnings: pieces.length > 1 ? textForms(text).map((form) => form.split(' ')) : [],
    signs: pieces.length > 0 ? [] : asWritten(text).map(sign),
  };
}

/** The words one by one; figures that stand side by side are pieces of one number. */
function runsOf(words: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const word of words) {
    const before = runs.at(-1);
    if (before && isFigures(word) && isFigures(before[0] ?? '')) before.push(word);
    else runs.push([word]);
  }
  return runs;
}

export const isFigures = (word: string): boolean => /\d/.test(word) && !/[\p{L}\p{So}]/u.test(word);

/** A number, or figures in a name (`5 класс`). */
function figures(run: readonly string[]): Piece {
  const numbers = partsOfNumber(run.join(' '));
  const [word = '', ...others] = run;
  if (others.length === 0) return { ...inText(word, []), numbers };
  return { forms: [], numbers, parts: run.map((each) => inText(each, [])) };
}

function inText(word: string, inOtherLayouts: readonly string[]): Piece {
  const right = textForms(word);
  const others = new Set(inOtherLayouts.flatMap(textForms));
  const forms = [
    ...right.map((form) => ({ words: form.split(' '), isOtherLayout: false })),
    ...Array.from(others, (form) => ({ words: form.split(' '), isOtherLayout: true })),
  ];
  return { forms, numbers: [], parts: [] };
}

const sign = (text: string): Piece => ({ forms: [{ words: [text], isOtherLayout: false }], numbers: [], parts: [] });

function partsOfNumber(text: string): readonly string[] {
  const beginnings = numberBeginnings(text);
  return isWhole(text) ? beginnings : [...beginnings, text.replace(/\D/g, '')];
}

const isWhole = (text: string): boolean => /^\(?\+/.test(text);

/** What a number begins with that begins so, as numbers are written for searching. */
export function numberBeginnings(text: string): readonly string[] {
  const digits = text.replace(/\D/g, '');
  // `8 912 …` is what people in Russia and Kazakhstan write for `+7 912 …`; `00` stands for `+` elsewhere.
  const starts = isWhole(text) ? [digits] : [digits, digits.replace(/^00(?=\d)/, ''), digits.replace(/^8(?=\d)/, '7')];
  return [...new Set(starts)].map(numberBeginning);
}
