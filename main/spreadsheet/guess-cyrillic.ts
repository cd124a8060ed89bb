const encodings = ['windows-1251', 'koi8-r'] as const;

/** The text in the one of the old Russian encodings in which it looks more like Russian. */
export function guessCyrillic(bytes: Uint8Array): string {
  const sample = bytes.filter((byte) => byte > 0x7f).subarray(0, sampleLetters);
  const [best] = encodings
    .map((encoding) => ({ encoding, score: likeness(new TextDecoder(encoding).decode(sample)) }))
    .toSorted((one, other) => other.score - one.score);
  return new TextDecoder(best?.encoding).decode(bytes);
}

const sampleLetters = 10_000;

/** By their frequency in Russian texts. */
const frequent = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
const marks = '«»—–№ “”„…';

const weights = new Map([
  ...[...frequent].map((letter, place): [string, number] => [letter, frequent.length - place]),
  ...[...marks].map((mark): [string, number] => [mark, 10]),
]);

/** Letters that are frequent count much, rare ones little, frames and odd signs count against it. */
function likeness(text: string): number {
  let sum = 0;
  for (const letter of text.toLowerCase()) sum += weights.get(letter) ?? -10;
  return sum;
}
