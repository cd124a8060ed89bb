import type { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { type Policy, policySchema } from '../../core/policy.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { repeatedKey } from './repeated-key.ts';

type BadPolicy = Extract<Failure, { code: 'bad-policy' }>;
export type PolicyResult = Result<Policy, BadPolicy>;

/** Twenty hosts and every key take two; a file of more is something else. */
export const mostBytes = 64 * 1024;

export const bad = (why: BadPolicy['why'], key: string | null = null) => err({ code: 'bad-policy', why, key } as const);

/** What a policy file says, or why it says nothing: one wrong key, and none of it holds. */
export function parsePolicy(bytes: Uint8Array): PolicyResult {
  if (bytes.length > mostBytes) return bad('too-big');
  const text = decode(bytes);
  if (text === null) return bad('not-utf8');
  const content = parseJson(text);
  if (content === undefined) return bad('not-json');
  const repeated = repeatedKey(text);
  if (repeated !== null) return bad('repeated-key', shownKey(repeated));
  if (isNewer(content)) return bad('newer-version', 'version');
  const parsed = policySchema.safeParse(content);
  return parsed.success ? ok(parsed.data) : troubleOf(parsed.error);
}

/** UTF-8, or what PowerShell and old editors write and mark as UTF-16. Null: neither. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // bytes that this encoding does not have
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON has this value
  }
}

const isNewer = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'version' in content &&
  typeof content.version === 'number' &&
  content.version > 1;

function troubleOf({ issues }: z.ZodError): PolicyResult {
  const [issue] = issues;
  const path = issue?.path.filter((step) => typeof step === 'string') ?? [];
  if (issue?.code === 'unrecognized_keys') return bad('unknown-key', shownKey([...path, issue.keys[0]].join('.')));
  return bad('bad-value', path.length === 0 ? null : shownKey(path.join('.')));
}

/** Whatever looks like no key of ours may be a secret that was pasted in the wrong place. */
const shownKey = (key: string): string | null => (/^[A-Za-z][A-Za-z.]{0,39}$/.test(key) ? key : null);
