import type { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { countPeople, type SetupFile, setupFileSchema, setupLimits } from '../../core/setup-file.ts';
import { type OpenOptions, openSealed, type Sealed } from './envelope.ts';

export type Unsealing = {
  readonly sealed: Sealed;
  /** For the sentences. */
  readonly file: string;
  readonly passphrase: string;
  readonly nowMs: number;
};

/**
 * Opens a set-up file and reads what is in it. Fails with `setup-wrong-passphrase`, `setup-newer`, `setup-damaged` (it does not
 * hold what such a file holds), `setup-too-many` and `setup-expired`.
 */
export async function openSetup(unsealing: Unsealing, options: OpenOptions = {}): Promise<Result<SetupFile, Failure>> {
  const opened = await openSealed(unsealing.sealed, unsealing.passphrase, options);
  if (!opened.ok) return opened;
  const setup = readSetup(opened.value, unsealing.file);
  if (!setup.ok) return setup;
  const expired = expiredFailure(setup.value, unsealing.nowMs);
  return expired === null ? setup : err(expired);
}

/** Whether it has ended by now, as a failure. */
export function expiredFailure({ expiresAt }: Pick<SetupFile, 'expiresAt'>, nowMs: number): Failure | null {
  const atMs = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
  return atMs <= nowMs ? { code: 'setup-expired', atMs } : null;
}

/** Reads what was sealed. */
export function readSetup(plain: string, file: string): Result<SetupFile, Failure> {
  const damaged = err<Failure>({ code: 'setup-damaged', file });
  const content = parseJson(plain);
  if (isNewer(content)) return err({ code: 'setup-newer', file });
  const read = setupFileSchema.safeParse(content);
  if (!read.success) return tooManyIn(read.error) ?? damaged;
  if (countPeople(read.data.lists) > setupLimits.people) return tooMany('people');
  return fitsTogether(read.data) ? ok(read.data) : damaged;
}

/** Each account once, and no list of an account that is not there. */
function fitsTogether({ accounts, lists }: SetupFile): boolean {
  const ids = new Set(accounts.map(({ idInstance }) => idInstance));
  return (
    ids.size === accounts.length && lists.every(({ idInstance }) => idInstance === undefined || ids.has(idInstance))
  );
}

const tooMany = (of: keyof Omit<typeof setupLimits, 'megabytes'>): Result<never, Failure> =>
  err({ code: 'setup-too-many', of, most: setupLimits[of] });

function tooManyIn({ issues }: z.ZodError): Result<never, Failure> | null {
  const fields = issues
    .filter(({ code, path }) => code === 'too_big' && typeof path.at(-1) === 'string')
    .map(({ path }) => path.at(-1));
  const of = (['accounts', 'lists', 'people'] as const).find((name) => fields.includes(name));
  return of === undefined ? null : tooMany(of);
}

const isNewer = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'version' in content &&
  typeof content.version === 'number' &&
  content.version > 1;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no schema takes it
  }
}
