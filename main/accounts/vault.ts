import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { KeptAccount, SealedToken } from '../settings/kept.ts';

/** What the vault needs from the system: safeStorage in the app, a toy in tests. */
export type Cipher = {
  /** The password store that seals, for example `gnome_libsecret`; `basic_text` is none. */
  backend(): string;
  isAvailable(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<{ plain: string; shouldReseal: boolean }>;
};

/** `resealed` is to be kept instead of what was opened: the system has a new key or another password store. */
export type OpenedToken = { readonly token: string; readonly resealed: SealedToken | null };

export type Vault = {
  canSave(): Promise<boolean>;
  /** Counts as sealed only when it was opened again and compared. Fails with `keychain`. */
  seal(token: string): Promise<Result<SealedToken, Failure>>;
  /** Null when it cannot be opened now; the sealed token stays good, for the password store may be only locked. */
  open(sealed: SealedToken): Promise<OpenedToken | null>;
};

export const tokenEndLength = 4;
export const endOf = (token: string): string => token.slice(-tokenEndLength);

/** What was sealed stays when the same token is typed for this session: the password store may be only locked today. */
export const sealedBefore = ({ token }: KeptAccount, typed: string): SealedToken | null =>
  token?.end === endOf(typed) ? token : null;

/** Tokens in and out of the OS keychain. What the system throws about them goes no further. */
export function createVault(cipher: Cipher): Vault {
  async function canSave(): Promise<boolean> {
    try {
      return (await cipher.isAvailable()) && !['basic_text', 'unknown'].includes(cipher.backend());
    } catch {
      return false; // a password store that cannot be asked cannot keep anything
    }
  }

  async function seal(token: string): Promise<Result<SealedToken, Failure>> {
    if (!(await canSave())) return err({ code: 'keychain' });
    try {
      const sealed = await cipher.encrypt(token);
      const { plain } = await cipher.decrypt(sealed);
      if (plain !== token) return err({ code: 'keychain' });
      return ok({ backend: cipher.backend(), sealed: sealed.toString('base64'), end: endOf(token) });
    } catch {
      return err({ code: 'keychain' }); // denied or locked in between; its message may name what it could not keep
    }
  }

  async function open(kept: SealedToken): Promise<OpenedToken | null> {
    if (!(await canSave())) return null;
    try {
      const { plain: token, shouldReseal } = await cipher.decrypt(Buffer.from(kept.sealed, 'base64'));
      if (endOf(token) !== kept.end) return null;
      if (!shouldReseal && kept.backend === cipher.backend()) return { token, resealed: null };
      const resealed = await seal(token);
      return { token, resealed: resealed.ok ? resealed.value : null };
    } catch {
      return null; // denied, locked, another user's or another computer's
    }
  }

  return { canSave, seal, open };
}
