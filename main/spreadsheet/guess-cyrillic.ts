const encodings = ['windows-1251', 'koi8-r'] as const;

/** The text in the one of the old Russian encodings in which it looks more like Russian. */
export function guessCyrillic(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(first, 0), Math.max(first, 0) + sampleBytes);
  const [best] = encodings
    .map((encoding) => ({ encoding, likeness: likeness(new TextDecoder(encoding).decode(sample)) }))
    .toSorted((one, other) => other.likeness - one.likeness);
  return new TextDecoder(best?.encoding).decode(bytes);
}

const sampleBytes = 20_000;

/** By their frequency in Russian texts. */
const frequent = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
const marks = '«»—–№“”„…\u00a0';

const weights = new Map([
  ...[...frequent].map((letter, place): [string, number] => [letter, frequent.length - place]),
  // A little less: the capitals of one encoding are the small letters of the other.
  ...[...frequent].map((letter, place): [string, number] => [letter.toUpperCase(), frequent.length - place - 1]),
  ...[...marks].map((mark): [string, number] => [mark, 10]),
]);
const [spoken, capitalInside] = [20, -20];

/** Frequent letters count for it, marks that only one has, and vowels beside consonants; capitals inside words against it. */
function likeness(text: string): number {
  let sum = 0;
  for (const sign of text) sum += weights.get(sign) ?? 0;
  return sum + spoken * countOf(spokenPair, text) + capitalInside * countOf(capitalInWord, text);
}

const spokenPair = /[аеёиоуыэюя](?=[бвгджзйклмнпрстфхцчшщ])|[бвгджзйклмнпрстфхцчшщ](?=[аеёиоуыэюя])/gi;
const capitalInWord = /[а-яё](?=[А-ЯЁ])/g;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
