import { labelMax } from '../../core/account.ts';
import { type ApiUrlRules, apiUrlOf, parseApiUrl } from '../../core/api-url.ts';
import { idInstancePattern } from '../../core/chat-id.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** What a person types about an account, judged field by field; spaces around do not count. */

function readIdInstance(text: string): Result<string, Failure> {
  const idInstance = text.trim();
  return idInstancePattern.test(idInstance) ? ok(idInstance) : err({ code: 'bad-id-instance' });
}

/** The samples are 50 lowercase hex digits; the service promises neither, so only what cannot be one is refused. */
export function readToken(text: string): Result<string, Failure> {
  const token = text.trim();
  return /^[A-Za-z0-9]{10,256}$/.test(token) ? ok(token) : err({ code: 'bad-token' });
}

/** Empty means the address that belongs to the number of the account. */
export function readApiUrl(text: string, idInstance: string, rules: ApiUrlRules): Result<string, Failure> {
  const apiUrl = parseApiUrl(text.trim() || apiUrlOf(idInstance), rules);
  return apiUrl === null ? err({ code: 'bad-api-url' }) : ok(apiUrl);
}

/** An account without a name is called by its number. */
export const readLabel = (text: string, idInstance: string): string =>
  text.replace(/\s+/gu, ' ').trim().slice(0, labelMax) || idInstance;

/** What is known of an account before it is kept. */
export type AccountFields = {
  readonly label: string;
  readonly idInstance: string;
  readonly token: string;
  readonly apiUrl: string;
};

type Typed = Readonly<Record<'label' | 'idInstance' | 'apiTokenInstance' | 'apiUrl', string>>;

/** All fields of a new account; the first that cannot be right is the failure. */
export function readFields(typed: Typed, rules: ApiUrlRules): Result<AccountFields, Failure> {
  const idInstance = readIdInstance(typed.idInstance);
  if (!idInstance.ok) return idInstance;
  const token = readToken(typed.apiTokenInstance);
  if (!token.ok) return token;
  const apiUrl = readApiUrl(typed.apiUrl, idInstance.value, rules);
  if (!apiUrl.ok) return apiUrl;
  const label = readLabel(typed.label, idInstance.value);
  return ok({ label, idInstance: idInstance.value, token: token.value, apiUrl: apiUrl.value });
}
