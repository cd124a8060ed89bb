import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js';
import { dialledDigits, type KnownDigits, knownDigits, type Lengths, lengthsOf } from './country-rules.ts';
import { beforeExtension, digitsOfPower, numberOnly, plainNumber } from './plain-number.ts';

/** A country by its two letters (ISO 3166-1), for numbers that are written without their code. */
export type Country = CountryCode;

/** Why a text is no number that can be used. `rounded`: a spreadsheet has shortened it to `7.9E+10`, digits are lost. */
export type BadNumber = 'too-short' | 'too-long' | 'letters' | 'not-a-number' | 'extension' | 'rounded';

/**
 * One number as somebody wrote it; `repair` is a guess to be confirmed. `digits` are the full international number in the one
 * form that goes to the service (see country-rules.ts): however a number is written, its digits are the same.
 */
export type PhoneReading =
  | { readonly at: 'ready'; readonly digits: string }
  | { readonly at: 'repair'; readonly digits: string }
  | { readonly at: 'bad'; readonly reason: BadNumber };

/**
 * Reads one number. Ready is what stands there in full and has one meaning (`+7 …`, `00 …`, or with the code of `country` and
 * without `+`); what needs a guess (`8 912 …`, ten digits, a foreign number without `+`) is a repair. Without `country`, numbers
 * need `+`. Two lines in a text, two numbers, words: see readCell and readEntries.
 */
export function readPhone(text: string, country: Country | null): PhoneReading {
  const plain = plainNumber(text);
  if (!numberOnly.test(plain)) return readOdd(plain, country);
  const digits = plain.replace(/\D/g, '');
  if (digits === '') return bad('not-a-number');
  if (digits.length > writtenMax) return bad('too-long');
  if (plain.includes('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  return national(digits, country);
}

const ready = (digits: string): PhoneReading => ({ at: 'ready', digits });
const repair = (digits: string): PhoneReading => ({ at: 'repair', digits });
const bad = (reason: BadNumber): PhoneReading => ({ at: 'bad', reason });

/** 15 digits (E.164) and what is dialled before them. */
const writtenMax = 20;

/** Texts with more than digits and what is usual between them. */
function readOdd(plain: string, country: Country | null): PhoneReading {
  const power = digitsOfPower(plain);
  if (power === null) return bad('rounded');
  if (power !== undefined) return confirmed(readPhone(power, country));
  const number = beforeExtension(plain);
  if (number !== null && readPhone(number, country).at !== 'bad') return bad('extension');
  return bad(/\p{L}/u.test(plain) ? 'letters' : 'not-a-number');
}

const confirmed = (reading: PhoneReading): PhoneReading => (reading.at === 'ready' ? repair(reading.digits) : reading);

function international(digits: string): PhoneReading {
  if (digits.length < shortest) return bad('too-short');
  const known = knownDigits(digits);
  if (known) return known.isGuess ? repair(known.digits) : ready(known.digits);
  if (known === undefined && standsInFull(digits)) return ready(digits);
  // Something of inland calls is among the digits, or their range is newer than the library.
  const number = parse(`+${digits}`);
  const isWhole = known === undefined && number?.number === `+${digits}`;
  if (isWhole && isPossible(number)) return ready(digits);
  const meant = isWhole ? null : meaningOf(number);
  if (meant) return repair(meant.digits);
  const russian = /^8\d{10}$/.test(digits) ? readRussian(digits) : null;
  return russian ?? bad(whyNot(digits));
}

function national(digits: string, country: Country | null): PhoneReading {
  if (country === null) return withoutPlus(digits);
  const isRussian = country === 'RU' || country === 'KZ';
  if (digits.length < (isRussian ? 10 : shortestInland)) return bad('too-short');
  const russian = isRussian ? readRussian(digits) : null;
  if (russian) return russian;
  const code = getCountryCallingCode(country);
  const known = digits.startsWith(code) ? knownDigits(digits) : null;
  if (known) return known.isGuess ? repair(known.digits) : ready(known.digits);

  // Kazakhstan and Russia share +7 and call each other with an 8; libphonenumber reads both only as Russia's.
  const number = parse(digits, country === 'KZ' ? 'RU' : country);
  const meant = meaningOf(number);
  if (meant) return meant.digits === digits ? ready(digits) : repair(meant.digits);
  const foreign = withoutPlus(digits);
  return foreign.at === 'bad' && number ? bad(whyNot(number.number.slice(1))) : foreign;
}

/** Copied from somewhere that leaves out the plus. */
function withoutPlus(digits: string): PhoneReading {
  if (digits.length < 10) return bad('too-short');
  const known = knownDigits(digits);
  if (known) return repair(known.digits);
  const number = parse(`+${digits}`);
  const meant = number?.isValid() ? meaningOf(number) : null;
  return meant ? repair(meant.digits) : bad(whyNot(digits));
}

/** Ten digits, or eleven with a 7 or the 8 of inland calls, which is no code: the service sends to nobody there. */
function readRussian(digits: string): PhoneReading | null {
  const own = /^[78]?(\d{10})$/.exec(digits)?.[1];
  if (own === undefined || !standsInFull(`7${own}`)) return null;
  return digits === `7${own}` ? ready(digits) : repair(`7${own}`);
}

const parse = (text: string, country?: Country): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { extract: false, ...(country ? { defaultCountry: country } : {}) });

/** The digits as they are, not searched for anything else: many times cheaper than to parse them. */
function numberOf(digits: string): PhoneNumber | undefined {
  try {
    return new PhoneNumber(`+${digits}`);
  } catch {
    // No calling code begins like this, or nothing follows it.
    return undefined;
  }
}

/** Lengths of chat ids; E.164 ends at 15. */
const shortest = 7;
/** Islands with few phones: Niue has four digits behind +683. */
const shortestInland = 4;
const longest = 15;
const hasLength = ({ length }: string): boolean => length >= shortest && length <= longest;

/** Whether the library knows the number just as it stands. */
function standsInFull(digits: string): boolean {
  return hasLength(digits) && !lacksDigit(digits) && (numberOf(digits)?.isValid() ?? false);
}

/** No area begins with 89: that is a mobile number after the 8 of inland calls, and a digit is missing. */
const lacksDigit = (digits: string): boolean => digits.startsWith('789');

/**
 * The length has to be right everywhere. The rest of a number is looked at under +7 and where the service has rules: elsewhere
 * new ranges are opened more often than people update an app, and a number that is refused wrongly has no way on.
 */
const isPossible = (number: PhoneNumber): boolean =>
  number.countryCallingCode !== '7' && number.isPossible() && hasLength(number.number.slice(1));

function meaningOf(number: PhoneNumber | undefined): KnownDigits | null {
  if (!number) return null;
  const digits = number.number.slice(1);
  const known = knownDigits(digits);
  if (known !== undefined) return known;
  if (standsInFull(digits)) return { digits, isGuess: false };
  if (!isPossible(number)) return null;
  // What begins like a prefix of inland calls would lose it at the next reading: then it is lost now.
  const again = parse(number.number);
  return again && again.number !== number.number ? meaningOf(again) : { digits, isGuess: false };
}

/** What is wrong with digits in full that are no number. */
function whyNot(digits: string): BadNumber {
  if (digits.length > longest) return 'too-long';
  if (/^7\d{10}$/.test(digits) && lacksDigit(digits)) return 'too-short';
  const lengths = digits.startsWith('7') ? { min: 11, max: 11 } : lengthsOf(digits);
  if (lengths) return reasonOf(digits.length, lengths);
  switch (validatePhoneNumberLength(`+${digits}`)) {
    case 'TOO_SHORT':
      return 'too-short';
    case 'TOO_LONG':
      return 'too-long';
    default:
      return 'not-a-number';
  }
}

const reasonOf = (length: number, { min, max }: Lengths): BadNumber =>
  length < min ? 'too-short' : length > max ? 'too-long' : 'not-a-number';

/** `79000000000` → `+7 900 000-00-00`; every country in its international form, as people there write it. */
export function formatPhone(digits: string): string {
  const russian = /^7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(digits);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  return numberOf(dialledDigits(digits))?.formatInternational() ?? `+${digits}`;
}

/** The country of numbers without a code: the account's own, else the one where the system's language is Russian, else none. */
export function countryOf(phoneDigits: string | null, locale: string): Country | null {
  const own = phoneDigits === null ? undefined : parse(`+${dialledDigits(phoneDigits)}`)?.country;
  if (own) return own;
  const russian = /^ru(?:[-_]([a-z]{2}))?(?![a-z])/i.exec(locale);
  if (!russian) return null;
  const region = (russian[1] ?? 'RU').toUpperCase();
  return isSupportedCountry(region) ? region : 'RU';
}

/** `ru` → `RU`; null for letters that are no country of phones. */
export function toCountry(letters: string | null): Country | null {
  const country = letters?.toUpperCase() ?? '';
  return isSupportedCountry(country) ? country : null;
}

/** `RU` → `+7`. */
export const callingCodeOf = (country: Country): string => `+${getCountryCallingCode(country)}`;
