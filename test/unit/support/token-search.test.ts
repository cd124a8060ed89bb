import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTokenSearch } from '../../support/token-search.ts';

const token = randomBytes(25).toString('hex');
const find = createTokenSearch(token);
const backwards = [...token].reverse().join('');
const inHex = (text: string): string => Buffer.from(text).toString('hex');

const forms: Readonly<Record<string, Buffer | string>> = {
  'as it is': token,
  'in a JSON text': JSON.stringify({ path: `/waInstance1101/getSettings/${token}` }),
  'with every character escaped': inHex(token).replace(/../g, '\\u00$&'),
  'with every character encoded for an address': inHex(token).replace(/../g, '%$&'),
  'in base64': Buffer.from(token).toString('base64'),
  'in base64, one byte further': Buffer.from(`.${token}`).toString('base64'),
  'in base64, two bytes further': Buffer.from(`..${token}...`).toString('base64'),
  'in the base64 of addresses': Buffer.from(`{"${token}"}`).toString('base64url'),
  'in hex': inHex(token),
  'in capital hex': inHex(token).toUpperCase(),
  'in UTF-16LE': Buffer.from(token, 'utf16le'),
  'in UTF-16BE': Buffer.from(token, 'utf16le').swap16(),
  backwards,
  'backwards in base64': Buffer.from(`.${backwards}`).toString('base64'),
  'as its first twelve characters': token.slice(0, 12),
  'as its last twelve characters': token.slice(-12),
  'as twelve characters from within, in UTF-16BE': Buffer.from(token.slice(21, 33), 'utf16le').swap16(),
  'as twelve characters from within, in base64': Buffer.from(`?${token.slice(17, 29)}?`).toString('base64'),
};

test.each(Object.entries(forms))('a token is found %s', (_how, written) => {
  const among = Buffer.concat([randomBytes(999), Buffer.from(written), randomBytes(77)]);

  expect(find(among)).not.toBeNull();
  expect(find(Buffer.from(written))).not.toBeNull();
});

test('eleven characters, other tokens and noise are none', () => {
  expect(find(Buffer.from(token.slice(0, 11)))).toBeNull();
  expect(find(Buffer.from(token.slice(-11)))).toBeNull();
  expect(find(Buffer.from(randomBytes(25).toString('hex')))).toBeNull();
  expect(find(randomBytes(1_000_000))).toBeNull();
  expect(find(Buffer.alloc(0))).toBeNull();
});

test('the form that was found is said', () => {
  expect(find(Buffer.from(token))).toBe('as it is');
  expect(find(Buffer.from(inHex(token)))).toBe('hex');
  expect(find(Buffer.from(backwards, 'utf16le'))).toBe('UTF-16LE, reversed');
});
