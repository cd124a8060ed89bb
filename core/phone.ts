import { type CountryCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A country by its two letters (ISO 3166-1), for numbers that are written without their code. */
export type Country = CountryCode;

/** One number as somebody wrote it. `digits` are the full international number; `repair` is a guess to be confirmed. */
export type PhoneReading =
  | { readonly at: 'ready'; readonly digits: string }
  | { readonly at: 'repair'; readonly digits: string }
  | { readonly at: 'bad'; readonly reason: 'too-short' | 'too-long' | 'letters' | 'not-a-number' };

const bad = (reason: Extract<PhoneReading, { at: 'bad' }>['reason']): PhoneReading => ({ at: 'bad', reason });

/**
 * Reads one number. Ready is what stands there in full (`+7 …`, `00 …`, or with the code of `country` and without `+`);
 * what needs a guess (`8 912 …`, ten digits, a foreign number without `+`) is a repair. Without `country`, numbers need `+`.
 */
export function readPhone(text: string, country: Country | null): PhoneReading {
  const plain = plainText(text);
  if (/\p{L}/u.test(plain)) return bad('letters');
  if (!/^\(?\+?[\d\s().\-/]+$/.test(plain) || !/\d/.test(plain)) return bad('not-a-number');

  const digits = plain.replace(/\D/g, '');
  if (plain.includes('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  return national(digits, country);
}

function international(digits: string): PhoneReading {
  const number = parse(`+${digits}`);
  if (!number || !isUsable(number)) return bad(lengthReason(digits, number));
  return digitsOfNumber(number) === digits ? ready(digits) : repair(digitsOfNumber(number));
}

function national(digits: string, country: Country | null): PhoneReading {
  // Kazakhstan and Russia share +7 and call each other with an 8; libphonenumber reads both only as Russia's.
  const asNational = country === null ? undefined : parse(digits, country === 'KZ' ? 'RU' : country);
  if (asNational && isUsable(asNational)) {
    const full = digitsOfNumber(asNational);
    return full === digits ? ready(full) : repair(full);
  }
  // Copied from somewhere that leaves out the plus.
  const asInternational = parse(`+${digits}`);
  if (asInternational?.isValid() && digits.length > 9 && isUsable(asInternational)) return repair(digits);
  return bad(lengthReason(digits, asNational));
}

const ready = (digits: string): PhoneReading => ({ at: 'ready', digits });
const repair = (digits: string): PhoneReading => ({ at: 'repair', digits });

const parse = (text: string, country?: Country): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { extract: false, ...(country ? { defaultCountry: country } : {}) });

const digitsOfNumber = ({ number }: PhoneNumber): string => number.slice(1);

/** Lengths of chat ids; E.164 ends at 15. */
const shortest = 7;
const longest = 15;

/**
 * The length has to be right everywhere. The rest of a number is looked at under +7 alone: elsewhere new ranges are
 * opened more often than people update an app, and a number that is refused wrongly has no way on.
 */
function isUsable(number: PhoneNumber): boolean {
  const { length } = digitsOfNumber(number);
  if (length < shortest || length > longest) return false;
  if (number.countryCallingCode !== '7') return number.isPossible();
  // No area begins with 89: that is a mobile number after the 8 of inland calls, and a digit is missing.
  return number.isValid() && !number.nationalNumber.startsWith('89');
}

function lengthReason(digits: string, number: PhoneNumber | undefined) {
  if (digits.length > longest) return 'too-long';
  if (number?.countryCallingCode === '7') {
    const { length } = number.nationalNumber;
    if (length !== 10) return length < 10 ? 'too-short' : 'too-long';
    return number.nationalNumber.startsWith('89') ? 'too-short' : 'not-a-number';
  }
  return digits.length < 10 ? 'too-short' : 'not-a-number';
}

/** Full-width digits, odd spaces and dashes, invisible marks that copying from chats and web pages brings along. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/@(c\.us|s\.whatsapp\.net)$/, '');
}

/** `79000000000` → `+7 900 000-00-00`; every country in its international form. */
export function formatPhone(digits: string): string {
  const russian = /^7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(digits);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  return parse(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}

/** The country of numbers without a code: the account's own, else the one where the system's language is Russian, else none. */
export function countryOf(phoneDigits: string | null, locale: string): Country | null {
  const own = phoneDigits === null ? undefined : parse(`+${phoneDigits}`)?.country;
  if (own) return own;
  const russian = /^ru(?:[-_]([a-z]{2}))?(?![a-z])/i.exec(locale);
  if (!russian) return null;
  const region = (russian[1] ?? 'RU').toUpperCase();
  return isSupportedCountry(region) ? region : 'RU';
}
