/** A passphrase of one's own must have so many characters. */
export const passphraseLeast = 12;
/** So many different ones, or it is the same key pressed again and again. */
const differentLeast = 5;

export type WeakPassphrase = 'too-short' | 'too-plain';

/**
 * A passphrase as it is used: however it was typed, read out over the telephone or copied, it is the same. Spaces around do
 * not count, several are one, and where there are only digits nothing between them counts.
 */
export function tidyPassphrase(typed: string): string {
  const tidied = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return /^[\d -]+$/.test(tidied) ? tidied.replace(/[ -]/g, '') : tidied;
}

/** Why a passphrase is too easy to guess, or null. Whoever has the file can try as many as they like. */
export function weaknessOf(typed: string): WeakPassphrase | null {
  const signs = [...tidyPassphrase(typed)];
  if (signs.length < passphraseLeast) return 'too-short';
  return new Set(signs).size < differentLeast ? 'too-plain' : null;
}

const groups = 6;
const groupLength = 4;

/**
 * A passphrase nobody guesses (24 digits, 80 bits), the same on every keyboard and in every language:
 * `4827 1930 5561 2204 9917 3358`. `randomBytes` gives so many bytes, 0 to 255.
 */
export function makePassphrase(randomBytes: (count: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < groups * groupLength) {
    // Above 249 the low digits would come up more often.
    for (const byte of randomBytes(32)) if (byte < 250) digits += String(byte % 10);
  }
  return (digits.slice(0, groups * groupLength).match(/\d{4}/g) ?? []).join(' ');
}
