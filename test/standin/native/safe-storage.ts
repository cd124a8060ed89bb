import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { app } from '../app/app.ts';
import { runtime } from '../runtime.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/*
 * The keychain as the environment describes it, read anew each time so that a test may change it while the app runs:
 *   STANDIN_KEYCHAIN             a backend of Linux, or `none`; without it `basic_text`, for nothing here is a keychain
 *   STANDIN_KEYCHAIN_SECRET      the key in it: another one, or another backend, cannot open what was sealed before
 *   STANDIN_KEYCHAIN_OLD_SECRET  a key that still opens but is to be replaced
 */
const backend = () => (process.env.STANDIN_KEYCHAIN ?? 'basic_text') as Backend | 'none'; // set by tests alone
const keyFrom = (secret = 'stand-in') => hash('sha256', `${backend()} ${secret}`, 'buffer');

/** safeStorage without a keychain: real sealing under keys which the environment names. The synchronous half is not offered. */
export const safeStorage = {
  getSelectedStorageBackend(): Backend {
    const selected = backend();
    return runtime.isReady && selected !== 'none' ? selected : 'unknown';
  },

  async isAsyncEncryptionAvailable() {
    await app.whenReady();
    return backend() !== 'none';
  },

  async encryptStringAsync(text: string) {
    await app.whenReady();
    if (backend() === 'none') throw new Error('Encryption is not available');
    return seal(text, keyFrom(process.env.STANDIN_KEYCHAIN_SECRET));
  },

  async decryptStringAsync(sealed: Buffer) {
    await app.whenReady();
    if (backend() === 'none') throw new Error('Decryption is not available');
    const result = unseal(sealed, keyFrom(process.env.STANDIN_KEYCHAIN_SECRET));
    if (result !== null) return { result, shouldReEncrypt: false };
    const old = process.env.STANDIN_KEYCHAIN_OLD_SECRET;
    const oldResult = old === undefined ? null : unseal(sealed, keyFrom(old));
    if (oldResult === null)
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
    return { result: oldResult, shouldReEncrypt: true };
  },
} satisfies Partial<Electron.SafeStorage>;

const ivLength = 12;
const tagLength = 16;

function seal(text: string, key: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Null when the key is another one, or the bytes are not what was sealed. */
function unseal(sealed: Buffer, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength));
    decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
    return decipher.update(sealed.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null; // GCM noticed
  }
}
