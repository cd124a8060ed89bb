import type { SetupFile } from '../../../core/setup-file.ts';
import type { Making } from '../../../main/setup-file/make-setup.ts';

export const passphrase = 'correct horse battery staple';
export const token = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071829';
export const madeAtMs = Date.UTC(2026, 10, 27, 9);

/** A key derivation of one round: for tests of everything else. */
export const quick = { rounds: 1, roundsTaken: { least: 1, most: 1_000_000 } };

export const accountNo = (n: number) => ({
  label: `Office ${n}`,
  idInstance: String(7_103_000_000 + n),
  apiTokenInstance: `${token.slice(0, -4)}${String(n).padStart(4, '0')}`,
});

export const setupOf = (change: Partial<SetupFile> = {}): SetupFile => ({
  version: 1,
  madeAt: new Date(madeAtMs).toISOString(),
  expiresAt: null,
  label: 'Anna',
  accounts: [accountNo(1)],
  lists: [],
  ...change,
});

export const making = (change: Partial<Making> = {}): Making => ({
  ...{ label: 'Anna', accounts: [accountNo(1)], lists: [], madeAtMs, expiresAtMs: null },
  ...{ passphrase, file: 'x.creategroup' },
  ...change,
});
