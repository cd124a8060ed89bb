import { safeStorage } from 'electron';
import type { Cipher } from '../accounts/vault.ts';

/** The OS keychain through Electron's async safeStorage. Linux without a keyring (`basic_text`) counts as unavailable. */
export function createCipher(platform: NodeJS.Platform): Cipher {
  const backend = () => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform);
  return {
    backend,
    async isAvailable() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      return backend() !== 'basic_text' && backend() !== 'unknown';
    },
    encrypt: (plain) => safeStorage.encryptStringAsync(plain),
    async decrypt(sealed) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      return { plain: result, shouldReseal: shouldReEncrypt };
    },
  };
}
