import { AsYouType, validatePhoneNumberLength } from 'libphonenumber-js';
import { lengthsOf } from './country-rules.ts';
import { type Country, type PhoneReading, readPhone } from './phone.ts';
import { numberOnly, plainNumber } from './plain-number.ts';

/** What a field holds while somebody types a number into it. */
export type TypedPhone = {
  /** The same digits, spaced as numbers are shown; a text that is no number stays as it is. */
  readonly text: string;
  readonly state: TypedState;
};

/** `on-its-way`: more digits may make a number of it. What more digits cannot mend is bad at once. */
export type TypedState = { readonly at: 'empty' } | { readonly at: 'on-its-way' } | PhoneReading;

/**
 * Formats and judges a number at each key. For main, behind a call: with the tables of libphonenumber the window would be too
 * heavy. What comes out can go in again and stays the same.
 */
export function typingPhone(text: string, country: Country | null): TypedPhone {
  const plain = plainNumber(text);
  if (plain === '') return { text: '', state: { at: 'empty' } };
  if (/^\(?\+?$/.test(plain)) return { text: plain, state: { at: 'on-its-way' } };
  const canSpace = numberOnly.test(plain) && /\d/.test(plain) && plain.length <= spacedMax;
  return { text: canSpace ? spaced(plain, country) : text, state: stateOf(plain, country) };
}

/** Longer than any number with spaces: nothing is gained by spacing it. */
const spacedMax = 40;

function stateOf(plain: string, country: Country | null): TypedState {
  const reading = readPhone(plain, country);
  if (reading.at !== 'bad' || !numberOnly.test(plain)) return reading;
  const digits = plain.replace(/\D/g, '');
  if (plain.includes('+') || digits.startsWith('00')) {
    if (mayBegin(digits.replace(/^00/, ''))) return { at: 'on-its-way' };
    return reading.reason === 'too-short' ? { at: 'bad', reason: 'not-a-number' } : reading;
  }
  return reading.reason === 'too-short' || mayBegin(digits) ? { at: 'on-its-way' } : reading;
}

/** Whether a number in full may begin with these digits. */
function mayBegin(digits: string): boolean {
  // Somebody writes the 8 of inland calls after a plus: there is a repair for that, once all of it is there.
  if (/^8\d{0,9}$/.test(digits)) return true;
  // Under +7 and +1 all numbers have eleven digits, and the first of them tell whether there are such numbers.
  if (/^[17]/.test(digits)) return digits.length < 11 && !isNone(digits.padEnd(11, '9'));
  const lengths = lengthsOf(digits);
  if (lengths) return digits.length < lengths.max;
  if (digits.startsWith('0')) return false;
  const wrong = validatePhoneNumberLength(`+${digits}`);
  return wrong !== 'TOO_LONG' && wrong !== 'INVALID_COUNTRY';
}

function isNone(digits: string): boolean {
  const reading = readPhone(`+${digits}`, null);
  return reading.at === 'bad' && reading.reason !== 'too-short';
}

function spaced(plain: string, country: Country | null): string {
  const digits = plain.replace(/\D/g, '');
  if (plain.includes('+')) return inFull(digits);
  if (digits.startsWith('00')) return `00 ${inFull(digits.slice(2)).slice(1)}`.trim();
  // Nobody knows how they are spaced.
  if (country === null) return plain;
  if (country !== 'RU' && country !== 'KZ') return new AsYouType(country).input(digits);
  // 8 10 begins calls to other countries.
  if (digits.startsWith('810')) return new AsYouType('RU').input(digits);
  if (/^[78]/.test(digits)) return `${digits.slice(0, 1)} ${russian(digits.slice(1))}`.trim();
  return digits.length > 10 ? inFull(digits).slice(1) : russian(digits);
}

function inFull(digits: string): string {
  if (digits.startsWith('7')) return `+7 ${russian(digits.slice(1))}`.trim();
  // The library has forgotten the 1 of mobile phones in Mexico, WhatsApp has not.
  const mexican = /^521(\d+)$/.exec(digits)?.[1];
  return mexican ? `+52 1 ${international(`52${mexican}`).slice(4)}` : international(digits);
}

const international = (digits: string): string => new AsYouType().input(`+${digits}`);

/** `900 000-00-00`, as far as it goes; formatPhone writes it so too. */
const russian = (own: string): string =>
  [`${own.slice(0, 3)} ${own.slice(3, 6)}`.trim(), own.slice(6, 8), own.slice(8)].filter(Boolean).join('-');
