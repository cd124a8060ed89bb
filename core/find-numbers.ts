import { type Country, type PhoneReading, readPhone } from './phone.ts';
import { extensionBehind, powerNumber } from './plain-number.ts';
import { type FoundNumber, readRun } from './read-run.ts';

/** A number of a cell as it was written, and how it reads. */
export type CellNumber = Pick<FoundNumber, 'text' | 'reading'>;

/**
 * Reads one cell of a table: each of its numbers (`8 900 …, 8 901 …`, `8900…/8901…`, one in a line, `дом. … моб. …`) in their
 * order. Dates, classes and flats beside a number are left out. Words without any number are bad, an empty cell has none.
 */
export function readCell(text: string, country: Country | null): CellNumber[] {
  const numbers = likely(linesOf(text).flatMap((line) => numbersIn(line, country).numbers));
  if (numbers.length > 0) return numbers.map(({ text: found, reading }) => ({ text: found.trim(), reading }));
  return /[\p{L}\p{N}]/u.test(text) ? [{ text: text.trim(), reading: { at: 'bad', reason: 'letters' } }] : [];
}

export const linesOf = (text: string): string[] => text.split(/[\r\n\v\f\u0085\u2028\u2029]+/);

/** A line without what is never part of a name or a number, and its numbers, which may be none. */
export type NumberedLine = { readonly line: string; readonly numbers: readonly FoundNumber[] };

/** Reads one line of a text, where names may stand around the numbers. */
export function readNumbers(raw: string, country: Country | null): NumberedLine {
  const { line, numbers } = numbersIn(raw, country);
  return { line, numbers: likely(numbers) };
}

function numbersIn(raw: string, country: Country | null): NumberedLine {
  const unlisted = raw.replace(listMark, '');
  // Most lines are a number and nothing else. A tab parts cells, even where their digits would make a number together.
  const whole = unlisted.includes('\t') ? null : readPhone(unlisted, country);
  if (whole && whole.at !== 'bad') {
    return { line: unlisted, numbers: [{ text: unlisted, start: 0, end: unlisted.length, reading: whole }] };
  }
  const line = withoutAddresses(unlisted);
  return { line, numbers: findNumbers(line, country) };
}

/** Bullets and running numbers of lists. */
const listMark = /^\s*(?:[•*·–—-]\s+)?(?:\d{1,4}(?:[.)]\s+|\t))?/;

/** Links to a chat, whose number is in full without the plus; `tel:`; addresses of mail. */
const withoutAddresses = (line: string): string =>
  line
    .replace(
      /(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=)\+?(\d{5,20})(?:[/?&#]\S{0,500})?/gi,
      ' +$1 ',
    )
    .replace(/tel:|whatsapp:|[^\s;,<]{1,64}@(?!c\.us|s\.whatsapp)\S+/gi, ' ');

/** Without the digits that are hardly the number of a person; when there are no others, the first is taken for a slip. */
function likely(found: readonly FoundNumber[]): readonly FoundNumber[] {
  const numbers = found.filter((one) => !isAside(one));
  return numbers.length > 0 ? numbers : found.slice(0, 1);
}

/** A date, a class, a flat. */
const isAside = ({ reading, text }: FoundNumber): boolean =>
  reading.at === 'bad' &&
  reading.reason !== 'rounded' &&
  (text.replace(/\D/g, '').length < 7 || /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(text.trim()));

/** Digits with what is usual between them. `+` begins anew, a tab is a border. */
const run = String.raw`\(?\+?\(?\d(?:[\p{Zs}\p{Cf}().\-‐‑‒–—/]*\d)*(?:@(?:c\.us|s\.whatsapp\.net))?`;
const candidates = new RegExp(`(?<power>${powerNumber.source})|${run}`, 'giu');

/** What looks like the numbers of people in one line, good or not, in their order. Words with a figure or two are left out. */
function findNumbers(line: string, country: Country | null): FoundNumber[] {
  const found: FoundNumber[] = [];
  const search = new RegExp(candidates);
  for (let match = search.exec(line); match; match = search.exec(line)) {
    const { power } = match.groups ?? {};
    const numbers = power ? [asOne(match, country)] : readMatch(line, match, country);
    found.push(...numbers);
    // Digits of an extension went with their number, what comes behind them did not.
    search.lastIndex = Math.max(search.lastIndex, numbers.at(-1)?.end ?? 0);
  }
  return found;
}

const asOne = ({ 0: text, index }: RegExpExecArray, country: Country | null): FoundNumber => ({
  text,
  start: index,
  end: index + text.length,
  reading: readPhone(text, country),
});

function readMatch(line: string, { 0: text, index: start }: RegExpExecArray, country: Country | null): FoundNumber[] {
  const end = start + text.length;
  const behind = line.slice(end, end + wordMax);
  const extension = extensionBehind(behind);
  if (extension !== '') {
    const numbers = readRun({ text, start, end }, country);
    if (numbers.at(-1)?.reading.at !== 'bad') return withExtension(numbers, extension);
  }
  const before = text.startsWith('+') ? '' : lettersAtEnd(line.slice(0, start).slice(-wordMax));
  const after = /^[\p{L}\p{N}]*/u.exec(behind)?.[0] ?? '';
  if (before + after === '') return readRun({ text, start, end }, country);
  // A letter among the digits (a zero typed as O), or a word with figures in it.
  const isWord = text.replace(/\D/g, '').length < 7;
  const reading: PhoneReading = { at: 'bad', reason: 'letters' };
  const token = { text: before + text + after, start: start - before.length, end: end + after.length };
  return isWord ? [] : [{ ...token, reading }];
}

const wordMax = 40;
const lettersAtEnd = (text: string): string => /[\p{L}\p{N}]*$/u.exec(text)?.[0] ?? '';

/** The extension belongs to the last of the numbers, which is nobody's own. */
function withExtension(numbers: readonly FoundNumber[], extension: string): FoundNumber[] {
  return numbers.map((number, index) =>
    index < numbers.length - 1
      ? number
      : {
          text: number.text + extension,
          start: number.start,
          end: number.end + extension.length,
          reading: { at: 'bad', reason: 'extension' },
        },
  );
}
