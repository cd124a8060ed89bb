import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { isPersonChatId, toPersonChatId } from '../../../core/chat-id.ts';
import { knownDigits } from '../../../core/country-rules.ts';
import { type Country, countryOf, formatPhone, readPhone } from '../../../core/phone.ts';

const countries: readonly (Country | null)[] = [null, 'RU', 'KZ', 'BY', 'US', 'DE', 'GB', 'IL', 'AR', 'BR', 'MX', 'AZ'];
const anyCountry = fc.constantFrom(...countries);

/** Texts that resemble numbers more often than chance would make them. */
const numberLike = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789+-() ./78'), maxLength: 24 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('readPhone', () => {
  test.each([
    ['+7 900 000-00-01', null, '79000000001'],
    ['+7(900)000.00.01', 'US', '79000000001'],
    ['(+7) 900 0000001', null, '79000000001'],
    ['00 375 29 123 45 67', null, '375291234567'],
    ['79000000001', 'RU', '79000000001'],
    ['+1 202 555 0100', 'RU', '12025550100'],
    ['７９０００００００１１', 'KZ', '79000000011'],
    ['\u202a+7\u00a0900\u2011000\u201300\u221201\u202c', null, '79000000001'],
    ['tel:+7-900-000-00-01', null, '79000000001'],
    ['79000000001@c.us', 'RU', '79000000001'],
    ['79000000001@s.whatsapp.net', null, '79000000001'],
    ['https://wa.me/79000000001', 'US', '79000000001'],
    ['wa.me/79000000001?text=8', null, '79000000001'],
    ['https://api.whatsapp.com/send?phone=79000000001', null, '79000000001'],
    ['whatsapp:+79000000001', 'US', '79000000001'],
    ['84900000001', 'VN', '84900000001'],
  ] as const)('takes %j (numbers of %s) as it stands', (text, country, digits) => {
    expect(readPhone(text, country)).toEqual({ at: 'ready', digits });
  });

  test.each([
    ['8 912 123-45-67', 'RU', '79121234567'],
    ['8 701 234 56 78', 'KZ', '77012345678'],
    ['8 701 234 56 78', 'RU', '77012345678'],
    ['8 912 123 45 67', 'KZ', '79121234567'],
    ['9121234567', 'RU', '79121234567'],
    ['+7 (8) 912 345 67 89', null, '79123456789'],
    ['8 10 375 29 123 45 67', 'RU', '375291234567'],
    ['375291234567', 'RU', '375291234567'],
    ['79121234567', null, '79121234567'],
    ['202 555 0100', 'US', '12025550100'],
    ['+44 (0)20 7946 0000', null, '442079460000'],
    ['wa.me/89000000001', null, '79000000001'],
    // Shown with one 8 less each time it was read, it would never be ready.
    ['8 8800 000', 'BY', '375800000'],
    // A spreadsheet has written it with a power, and all of its digits are there.
    ['7.9000000001E+10', 'RU', '79000000001'],
  ] as const)('guesses what %j (numbers of %s) was meant to be', (text, country, digits) => {
    expect(readPhone(text, country)).toEqual({ at: 'repair', digits });
  });

  test.each([
    ['', 'RU', 'not-a-number'],
    ['+', 'RU', 'not-a-number'],
    ['+7+9000000001', 'RU', 'not-a-number'],
    ['8 912 123-45-67 #12', 'RU', 'extension'],
    ['+7 100 123-45-67', null, 'not-a-number'],
    ['+7 900 000-00-0O', null, 'letters'],
    ['8 912 123-45-67 доб. 12', 'RU', 'extension'],
    ['8 912 123-45-67 ext 5', 'RU', 'extension'],
    ['+7 900 000-00-01x5', null, 'extension'],
    ['tel:+7-900-000-00-01;ext=5', null, 'extension'],
    ['+7 900 000-0x-01', null, 'letters'],
    ['7.9001E+10', 'RU', 'rounded'],
    ['7,9E+10', null, 'rounded'],
    ['7,9Е+10', 'RU', 'rounded'],
    ['+999 900 000-00-01', null, 'not-a-number'],
    ['12', 'RU', 'too-short'],
    ['+7 900 000-00-0', null, 'too-short'],
    ['8 912 123 45 6', 'RU', 'too-short'],
    ['+7 900 000-00-012', null, 'too-long'],
    ['12345678901234567890', null, 'too-long'],
  ] as const)('refuses %j (numbers of %s): %s', (text, country, reason) => {
    expect(readPhone(text, country)).toEqual({ at: 'bad', reason });
  });

  test('never throws, and what it reads is a chat id of a person', () => {
    fc.assert(
      fc.property(numberLike, anyCountry, (text, country) => {
        const reading = readPhone(text, country);
        return reading.at === 'bad' || isPersonChatId(toPersonChatId(reading.digits));
      }),
      { numRuns: 10_000 },
    );
  });

  test('what is ready has the very digits that stand there, in the one form of its country', () => {
    fc.assert(
      fc.property(numberLike, anyCountry, (text, country) => {
        const reading = readPhone(text, country);
        const typed = text.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
        return reading.at !== 'ready' || reading.digits === (knownDigits(typed)?.digits ?? typed);
      }),
      { numRuns: 10_000 },
    );
  });

  test('a Russian mobile number is read alike however it is spaced', () => {
    const spaced = fc
      .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 11 }))
      .map(([rest, gaps]) => {
        const digits = `79${String(rest).padStart(9, '0')}`;
        return { digits, text: `+${Array.from(digits, (digit, index) => digit + (gaps[index] ?? '')).join('')}` };
      });

    fc.assert(
      fc.property(spaced, anyCountry, ({ digits, text }, country) => {
        expect(readPhone(text, country)).toEqual({ at: 'ready', digits });
      }),
    );
  });

  /** Numbers of every country: an example of the library with other digits at its end, as far as they can be used. */
  const anyNumber = fc
    .tuple(fc.constantFrom(...getCountries()), fc.integer({ min: 0, max: 999 }))
    .map(([country, end]) => {
      const example = getExampleNumber(country, examples)?.number.slice(1) ?? '79000000001';
      const digits = example.slice(0, -3) + String(end).padStart(3, '0');
      const reading = readPhone(`+${digits}`, null);
      return { digits, read: reading.at === 'ready' ? reading.digits : null };
    })
    .filter(({ read }) => read !== null);

  const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', '/', '\u00a0', '\u2009', '\u2011', '\u2013', '\u200b'), {
    minLength: 20,
  });
  const wide = (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const writings: readonly ((digits: string, gaps: readonly string[]) => string)[] = [
    (digits, between) => `+${Array.from(digits, (digit, index) => digit + (between[index] ?? '')).join('')}`,
    (digits, between) => `00${Array.from(digits, (digit, index) => (between[index] ?? '') + digit).join('')}`,
    (digits) => `+${digits.slice(0, 3)} (${digits.slice(3, 5)}) ${digits.slice(5)}`,
    (digits) => ` (+${digits.slice(0, 2)})${digits.slice(2)}\u00a0`,
    (digits) => `\uff0b${wide(digits)}`,
    (digits) => `tel:+${digits}`,
    (digits) => `https://wa.me/${digits}`,
    (digits) => `${digits}@c.us`,
  ];

  test('a number of any country is read alike however it is written', () => {
    fc.assert(
      fc.property(
        anyNumber,
        gaps,
        fc.constantFrom(...writings),
        anyCountry,
        ({ digits, read }, between, write, country) => {
          expect(readPhone(write(digits, between), country)).toEqual({ at: 'ready', digits: read });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('the short way to read a number agrees with the library', () => {
    fc.assert(
      fc.property(anyNumber, ({ digits, read }) => {
        if (knownDigits(digits)) return;
        expect(parsePhoneNumberFromString(`+${digits}`)?.number).toBe(`+${read}`);
        if (!digits.startsWith('7')) {
          expect(formatPhone(digits)).toBe(parsePhoneNumberFromString(`+${digits}`)?.formatInternational());
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('what is shown can be read again', () => {
    fc.assert(
      fc.property(numberLike, anyCountry, (text, country) => {
        const reading = readPhone(text, country);
        if (reading.at === 'bad') return;
        expect(readPhone(formatPhone(reading.digits), null)).toEqual({ at: 'ready', digits: reading.digits });
      }),
      { numRuns: 3_000 },
    );
  });
});

test.each([
  ['79000000000', '+7 900 000-00-00'],
  ['77012345678', '+7 701 234-56-78'],
  ['12025550100', '+1 202 555 0100'],
  ['999', '+999'],
])('%s is shown as %s', (digits, shown) => {
  expect(formatPhone(digits)).toBe(shown);
});

test.each([
  ['79000000000', 'en-US', 'RU'],
  ['77012345678', 'ru', 'KZ'],
  [null, 'ru', 'RU'],
  [null, 'ru-BY', 'BY'],
  [null, 'ru_RU.UTF-8', 'RU'],
  [null, 'run', null],
  [null, 'en-US', null],
  ['', 'en', null],
] as const)('with the own number %s and the language %s, numbers without a code are of %s', (own, locale, country) => {
  expect(countryOf(own, locale)).toBe(country);
});
