import { writtenForms } from './written-forms.ts';

/** The last gate before a line leaves memory. Nothing should ever be caught here; `caught` counts what was. */
export type Redaction = {
  /** From now on no line shows this text, in any of the forms that programs write it in. */
  hide(secret: string): void;
  /** Secrets go in any case; numbers are masked unless they are to be `shown`. */
  clean(text: string, options?: { readonly numbers: 'masked' | 'shown' }): string;
  /** Whether a secret stands in the text in any of its forms. */
  holdsSecret(text: string): boolean;
  /** How many secrets and addresses `clean` has taken out. Not 0: an earlier layer has failed. */
  readonly caught: number;
};

/** Shorter texts are no secrets, and hiding them would blacken every line. */
export const secretMin = 8;

const mark = '[secret]';

/** The part of every GREEN-API address that ends in the token, and anything as long as a token. */
const address = /waInstance\d+\/\w+\/[^\s"'/?]+/g;
const tokenLike = /(?<![0-9a-f])[0-9a-f]{40,}/gi;

/** Ids of jobs and the time of a line are told as they are, and so is a field in ms (`"waitMs":`). */
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const moment = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';
/** Seven digits or more, however they are spaced, may be a number of a phone, a group or an account. */
const digits = '(?<!\\d)(?<!Ms":)(\\d[\\d ()-]{5,}\\d)';
const numbers = new RegExp(`${uuid}|${moment}|${digits}`, 'gi');

export function createRedaction(): Redaction {
  const forms = new Set<string>();
  let secrets: readonly RegExp[] = [];
  let caught = 0;

  const blacken = (text: string, pattern: RegExp, put: string): string =>
    text.replace(pattern, () => {
      caught += 1;
      return put;
    });

  return {
    get caught() {
      return caught;
    },
    hide(secret) {
      if (secret.length < secretMin) return;
      for (const form of writtenForms(secret)) forms.add(form);
      // The longest first: a form may begin with another one.
      const longestFirst = [...forms].sort((one, other) => other.length - one.length);
      const any = longestFirst.map((form) => inPattern(form)).join('|');
      // As they stand first: where case does not count, V8 misses a Kelvin sign even where one is asked for.
      secrets = [new RegExp(any, 'g'), new RegExp(any, 'gi')];
    },
    holdsSecret: (text) => secrets.some((pattern) => text.search(pattern) >= 0),
    clean(text, { numbers: shown } = { numbers: 'masked' }) {
      // Secrets before numbers: a token whose digits were masked would no longer be found, and its rest would show.
      const withoutSecrets = secrets.reduce((left, pattern) => blacken(left, pattern, mark), text);
      const withoutAddresses = blacken(withoutSecrets, address, 'waInstance[address]');
      const withoutTokens = blacken(withoutAddresses, tokenLike, mark);
      if (shown === 'shown') return withoutTokens;
      return withoutTokens.replace(numbers, (found, number?: string) => (number ? maskNumber(number) : found));
    },
  };
}

/** `79001234567` → `•••4567`. */
function maskNumber(written: string): string {
  const digits = written.replace(/\D/g, '');
  return digits.length < 7 ? written : `•••${digits.slice(-4)}`;
}

const inPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
