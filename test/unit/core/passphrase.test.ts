import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePassphrase, tidyPassphrase, weaknessOf } from '../../../core/passphrase.ts';

test('a passphrase is the same however its spaces, digits and letters were written', () => {
  expect(tidyPassphrase(' 4827-1930 5561 2204\u00a09917 3358\n')).toBe('482719305561220499173358');
  expect(tidyPassphrase('correct  horse\tbattery ')).toBe('correct horse battery');
  expect(tidyPassphrase('cafe\u0301')).toBe(tidyPassphrase('caf\u00e9'));
  expect(tidyPassphrase('кон-ь 12')).toBe('кон-ь 12');
});

test('tidied once, it is tidy', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(tidyPassphrase(tidyPassphrase(typed))).toBe(tidyPassphrase(typed));
    }),
  );
});

test.each([
  ['elevensigns', 'too-short'],
  ['1234 5678 901', 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'too-plain'],
  ['abababababab', 'too-plain'],
  ['twelve signs', null],
  ['пять белых слонов', null],
])('“%s” is %s', (typed, weakness) => {
  expect(weaknessOf(typed)).toBe(weakness);
});

test('a made passphrase is strong, and every digit is as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 1000; round += 1) {
    const made = makePassphrase((count) => randomBytes(count));
    expect(made).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(tidyPassphrase(made)).toHaveLength(24);
    for (const digit of made.replaceAll(' ', '')) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }

  // 24,000 digits: 2,400 of each, and with a fair die hardly ever 250 more or fewer.
  expect([...counts.values()].filter((count) => Math.abs(count - 2400) > 250)).toEqual([]);
  expect(counts.size).toBe(10);
});

test('bytes that would make some digits likelier are left out', () => {
  const bytes = [255, 251, 250, 249, 0];

  expect(makePassphrase(() => Uint8Array.from(bytes))).toBe('9090 9090 9090 9090 9090 9090');
});
