import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { type Country, formatPhone, readPhone } from '../../../core/phone.ts';
import { typingPhone } from '../../../core/typing-phone.ts';

const onItsWay = { at: 'on-its-way' };
const bad = (reason: string) => ({ at: 'bad', reason });

describe('typingPhone', () => {
  test.each([
    ['', null, '', { at: 'empty' }],
    ['  ', 'RU', '', { at: 'empty' }],
    ['+', null, '+', onItsWay],
    ['(', 'RU', '(', onItsWay],
    ['+7', null, '+7', onItsWay],
    ['+79000', null, '+7 900 0', onItsWay],
    ['+790000000', null, '+7 900 000-00', onItsWay],
    ['+79000000001', null, '+7 900 000-00-01', { at: 'ready', digits: '79000000001' }],
    ['8900', 'RU', '8 900', onItsWay],
    ['89000000001', 'RU', '8 900 000-00-01', { at: 'repair', digits: '79000000001' }],
    ['9000000001', 'KZ', '900 000-00-01', { at: 'repair', digits: '79000000001' }],
    ['8103752', 'RU', '810 375 2', onItsWay],
    ['00375291234567', 'RU', '00 375 29 123 45 67', { at: 'ready', digits: '375291234567' }],
    ['375291234567', 'RU', '375 29 123 45 67', { at: 'repair', digits: '375291234567' }],
    ['+5215512345678', null, '+52 1 55 1234 5678', { at: 'ready', digits: '5215512345678' }],
    ['2025550100', 'US', '(202) 555-0100', { at: 'repair', digits: '12025550100' }],
    ['050000000', 'IL', '050-000-000', onItsWay],
    ['wa.me/79000000001', null, '+7 900 000-00-01', { at: 'ready', digits: '79000000001' }],
    ['8 900 000-00-01', null, '8 900 000-00-01', bad('not-a-number')],
    ['+8900', null, '+8900', onItsWay],
  ] as const)('%j (numbers of %s) becomes %j', (text, country, shown, state) => {
    expect(typingPhone(text, country)).toEqual({ text: shown, state });
  });

  test.each([
    ['+71', null, bad('not-a-number')],
    ['+10', null, bad('not-a-number')],
    ['+12021', null, bad('not-a-number')],
    ['+999', null, bad('not-a-number')],
    ['+0', null, bad('not-a-number')],
    ['+790000000012', null, bad('too-long')],
    ['890000000012', 'RU', bad('too-long')],
    ['+52155123456789', null, bad('too-long')],
    ['8 900 O', 'RU', bad('letters')],
    ['89000000001 доб. 1', 'RU', bad('extension')],
    ['7.9E+10', 'RU', bad('rounded')],
    ['+7+9', null, bad('not-a-number')],
  ] as const)('%j (numbers of %s) is wrong at once', (text, country, state) => {
    expect(typingPhone(text, country).state).toEqual(state);
  });

  test('a text that is no number stays as it is', () => {
    expect(typingPhone(' Anna, +79000000001', 'RU').text).toBe(' Anna, +79000000001');
    expect(typingPhone('1'.repeat(10_000), 'RU').text).toBe('1'.repeat(10_000));
  });

  test('on the way to a number of any country nothing is called wrong', () => {
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples)?.number ?? '+';
      for (let length = 1; length <= number.length; length += 1) {
        expect([number.slice(0, length), typingPhone(number.slice(0, length), null).state.at]).not.toContain('bad');
      }
      expect(typingPhone(number, null).state.at).toBe('ready');
    }
  });

  const countries: readonly (Country | null)[] = [null, 'RU', 'KZ', 'US', 'GB', 'DE', 'IL', 'AR', 'BR', 'MX', 'AZ'];
  const typed = fc
    .tuple(
      fc.constantFrom('', '+', '8', '00', '+7', '+521', '+55'),
      fc.string({ unit: fc.constantFrom(...'0123456789 -()'), maxLength: 20 }),
    )
    .map(([head, rest]) => head + rest);

  test('spacing a number again changes nothing, and no digit is lost', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...countries), (text, country) => {
        const once = typingPhone(text, country);

        expect(once.text.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
        expect(typingPhone(once.text, country)).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });

  test('what is ready or a guess is what readPhone says', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...countries), (text, country) => {
        const { state } = typingPhone(text, country);
        const reading = readPhone(text, country);
        if (reading.at !== 'bad') expect(state).toEqual(reading);
        if (state.at === 'ready') expect(typingPhone(formatPhone(state.digits), null).state).toEqual(state);
      }),
      { numRuns: 3_000 },
    );
  });
});
