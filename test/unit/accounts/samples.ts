import type { ApiFailure, Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Cipher } from '../../../main/accounts/vault.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';

/** Made-up tokens that look like the real ones. */
export const token = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071829';
export const otherToken = `${token.slice(0, -4)}beef`;

export type ToyCipher = Cipher & {
  available: boolean;
  name: string;
  /** Sealed with another key than this cannot be opened. */
  key: string;
  shouldReseal: boolean;
  /** The next call of each kind throws, or answers with something else. */
  broken: 'encrypt' | 'decrypt' | 'lies' | 'asking' | null;
};

/** A password store with a key that is a word: what is sealed is readable to its own key alone. */
export function toyCipher(): ToyCipher {
  return {
    available: true,
    name: 'toy',
    key: 'key',
    shouldReseal: false,
    broken: null,
    backend() {
      return this.name;
    },
    async isAvailable() {
      if (this.broken === 'asking') throw new Error('the password store is not there');
      return this.available;
    },
    async encrypt(plain) {
      if (this.broken === 'encrypt') throw new Error(`cannot encrypt ${plain}`);
      return Buffer.from(JSON.stringify([this.key, Buffer.from(plain).toString('hex')]));
    },
    async decrypt(sealed) {
      const [key, hex] = JSON.parse(sealed.toString());
      if (this.broken === 'decrypt' || key !== this.key) throw new Error('cannot decrypt');
      const plain = Buffer.from(String(hex), 'hex').toString();
      return { plain: this.broken === 'lies' ? `${plain}?` : plain, shouldReseal: this.shouldReseal };
    },
  };
}

export const failing = (failure: Failure): Result<never, ApiFailure> => {
  const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };
  return err({ failure, proof: 'none', evidence });
};

const silent = async () => failing({ code: 'no-answer' });

/** A service that answers nothing but what is given. */
export const apiThat = (answers: Partial<GreenApi>): GreenApi => ({
  createGroup: silent,
  getStateInstance: silent,
  getWaSettings: silent,
  qr: silent,
  getAuthorizationCode: silent,
  getContacts: silent,
  getChats: silent,
  getGroupData: silent,
  checkWhatsapp: silent,
  addContact: silent,
  addGroupParticipant: silent,
  updateGroupName: silent,
  setGroupAdmin: silent,
  setGroupPicture: silent,
  updateGroupSettings: silent,
  sendMessage: silent,
  ...answers,
});

/** A phone that is linked and has this number. */
export const linkedApi = (phone: string): GreenApi =>
  apiThat({
    getStateInstance: async () => ok('authorized'),
    getWaSettings: async () => ok({ phone, state: 'authorized', suspendedUntilMs: null }),
  });
