/** What words of headings mean: the first that fits holds. */
export type Meanings<M> = readonly (readonly [words: RegExp, meaning: M])[];

/** What a heading says; null when its words are not known. */
export function meaningIn<M>(meanings: Meanings<M>, heading: string): M | null {
  const words = plainWords(heading);
  if (words === '' || words.length > headingMax) return null;
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Longer texts are titles and sentences. */
const headingMax = 80;

/** `Ф.И.О.` → `ф и о`, `№ п/п` → `no п п`, `firstName` → `first name`. */
const plainWords = (heading: string): string =>
  heading
    .slice(0, 2 * headingMax)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Any of these words; `…` stands for the rest of a word. */
export const anywhere = (...words: readonly string[]): RegExp => pattern(words, '(?:^| )');
export const first = (...words: readonly string[]): RegExp => pattern(words, '^');
const pattern = (words: readonly string[], before: string): RegExp =>
  new RegExp(`${before}(?:${words.join('|').replaceAll('…', '\\p{L}*')})(?= |$)`, 'u');
