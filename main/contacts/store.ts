import type { Contact } from '../../core/contact.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';

/** A contact as it is kept. `folded` is the name as it is searched; `usedAtMs` is when it last went into a group. */
export type KeptContact = Contact & {
  readonly folded: string;
  readonly usedAtMs: number | null;
  readonly uses: number;
};

/** The contacts of the accounts on the disk. */
export type ContactStore = {
  all(accountId: string): Promise<KeptContact[]>;
  /** Adds or replaces them, all or none. Fails with `disk-full` and `newer-data`. */
  put(accountId: string, contacts: readonly KeptContact[]): Promise<Result<null, Failure>>;
  forget(accountId: string): Promise<Result<null, Failure>>;
};
