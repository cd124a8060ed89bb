import { Buffer } from 'node:buffer';
import type { Failure } from '../../core/failure.ts';
import { weaknessOf } from '../../core/passphrase.ts';
import type { Policy } from '../../core/policy.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type SetupAccount, type SetupFile, type SetupList, setupLimits } from '../../core/setup-file.ts';
import { type SealOptions, seal } from './envelope.ts';
import { readSetup } from './open-setup.ts';

export type Making = {
  readonly label: string;
  readonly accounts: readonly SetupAccount[];
  readonly lists: readonly SetupList[];
  readonly policy?: Policy | undefined;
  readonly madeAtMs: number;
  readonly expiresAtMs: number | null;
  readonly passphrase: string;
  /** The name of the file, for the sentences. */
  readonly file: string;
};

const megabyte = 1024 * 1024;

/**
 * Seals a set-up file that the same version opens again: what would not be read is not written. Fails with
 * `setup-weak-passphrase`, `setup-too-many` and `setup-too-big`.
 */
export async function makeSetup(making: Making, options: SealOptions = {}): Promise<Result<string, Failure>> {
  if (weaknessOf(making.passphrase) !== null) return err({ code: 'setup-weak-passphrase' });
  const { label, accounts, lists, policy, madeAtMs, expiresAtMs, file } = making;
  const setup = {
    version: 1,
    madeAt: new Date(madeAtMs).toISOString(),
    expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs).toISOString(),
    ...{ label, accounts: [...accounts], lists: [...lists] },
    ...(policy && { policy }),
  } satisfies SetupFile;
  const plain = JSON.stringify(setup);
  const read = readSetup(plain, file);
  if (!read.ok) return read;
  const sealed = await seal(plain, making.passphrase, options);
  if (Buffer.byteLength(sealed) <= setupLimits.megabytes * megabyte) return ok(sealed);
  return err({ code: 'setup-too-big', file, mostMegabytes: setupLimits.megabytes });
}
