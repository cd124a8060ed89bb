import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedaction, secretMin } from '../../../main/log/redaction.ts';

const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';

const hiding = (...secrets: readonly string[]) => {
  const redaction = createRedaction();
  for (const secret of secrets) redaction.hide(secret);
  return redaction;
};

/** Where a secret may hide: each says what a program would have written. */
const writings: Record<string, (secret: string) => string> = {
  'as it is': (secret) => secret,
  'in an address': (secret) => encodeURIComponent(secret),
  'in an address, in small letters': (secret) =>
    encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()),
  'percent by percent': (secret) => Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
  'in JSON': (secret) => JSON.stringify({ secret }),
  'in base64': (secret) => Buffer.from(secret).toString('base64'),
  'in base64 after one byte': (secret) => Buffer.from(`a${secret}b`).toString('base64'),
  'in base64 after two bytes': (secret) => Buffer.from(`ab${secret}c`).toString('base64'),
  'in base64 for addresses': (secret) => Buffer.from(`user:${secret}:more`).toString('base64url'),
  'in hex': (secret) => Buffer.from(secret).toString('hex'),
  'in hex, in capitals': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  'in UTF-16': (secret) => Buffer.from(secret, 'utf16le').toString('latin1'),
  'in UTF-16 in JSON': (secret) => JSON.stringify(Buffer.from(secret, 'utf16le').toString('latin1')),
  'in UTF-16 in hex': (secret) => Buffer.from(secret, 'utf16le').toString('hex'),
  'in UTF-16 in base64': (secret) => Buffer.from(secret, 'utf16le').toString('base64'),
};

/** Three characters of a base64 text may belong to the neighbours as well; what is left says nothing. */
const withoutEdges = (text: string): string => (text.length > 12 ? text.slice(4, -4) : text);

/** What a program could have to hide: no lone surrogates, and nothing that our own marks consist of. */
const secret = fc
  .string({ unit: 'grapheme', minLength: secretMin, maxLength: 60 })
  .filter((text) => text.length >= secretMin && text.isWellFormed() && !/[[\]•…]/.test(text));

describe.each(Object.entries(writings))('a secret written %s', (_how, write) => {
  test('does not pass', () => {
    const redaction = hiding(token);
    const written = write(token);

    const line = redaction.clean(`before ${written} after`);

    expect(line).not.toContain(withoutEdges(written));
    expect(line).toMatch(/^before .*after$/s);
    expect(redaction.caught).toBeGreaterThan(0);
  });

  test('does not pass whatever it is and whatever stands around it', () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        const written = write(hidden);
        const line = hiding(hidden).clean(before + written + after);
        expect(line.toLowerCase()).not.toContain(withoutEdges(written).toLowerCase());
      }),
      { numRuns: 200, examples: [['\u212a        ', '', '']] },
    );
  });

  test('would have been found by this search', () => {
    expect(createRedaction().clean(`"${write('jklmnozz')}"`)).toContain(withoutEdges(write('jklmnozz')));
  });
});

test('several secrets are hidden, also when one begins like the other', () => {
  const redaction = hiding('abcdefgh', 'abcdefghijkl');

  expect(redaction.clean('abcdefghijkl and abcdefgh')).toBe('[secret] and [secret]');
  expect(redaction.caught).toBe(2);
});

test('a text too short for a secret does not blacken the lines', () => {
  expect(hiding('', 'at', 'job').clean('at a job')).toBe('at a job');
});

test.each([
  [`GET https://1101.api.green-api.com/waInstance1101000001/getStateInstance/${token}?x=1`],
  [`{"path":"/waInstance1101000001/createGroup/${token}"}`],
  [`Cannot POST /waInstance1101000001/createGroup/notHexAtAll_but-a-token`],
])('the token of an address is taken out although nobody has told it: %s', (text) => {
  const redaction = createRedaction();

  const line = redaction.clean(text);

  expect(line).not.toMatch(/d75b3a66|notHexAtAll|1101000001/);
  expect(redaction.caught).toBe(1);
});

test('anything as long as a token is taken out', () => {
  expect(createRedaction().clean(`the key ${token}.`)).toBe('the key [secret].');
});

describe('numbers', () => {
  test.each([
    ['79001234567@c.us', '•••4567@c.us'],
    ['+7 (900) 123-45-67', '+•••4567'],
    ['120363043968066561@g.us', '•••6561@g.us'],
    ['79876543210-1587570015@g.us', '•••0015@g.us'],
    ['120650379300963@lid', '•••0963@lid'],
    ['1101000001', '•••0001'],
  ])('%s shows its end alone', (text, line) => {
    expect(createRedaction().clean(text)).toBe(line);
  });

  test.each([
    '{"at":"2026-11-23T09:00:00.000Z","logId":"7F3A-21"}',
    '{"logId":"1234-21"}',
    '{"waitMs":900000,"atMs":1795424400000}',
    '{"job":"0b9c1f3e-1111-4222-8333-123456789012"}',
    'engine.ts:120:33',
    '5.44.37.12',
    '123456',
  ])('%s is no number of anybody', (text) => {
    expect(createRedaction().clean(text)).toBe(text);
  });

  test('a phone does not pass, however it is spaced', () => {
    const digits = fc.array(fc.nat(9), { minLength: 10, maxLength: 15 });
    fc.assert(
      fc.property(digits, fc.constantFrom('', ' ', '-'), (phone, space) => {
        const line = createRedaction().clean(`{"x":"${phone.join(space)}@c.us"}`);
        expect(line.replace(/\D/g, '')).toBe(phone.slice(-4).join(''));
      }),
    );
  });
});
