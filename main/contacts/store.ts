import type { Contact, Person } from '../../core/contact.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';

/** A contact as it is kept. */
export type KeptContact = Contact & {
  /** When they last went into a group, and how often they did. */
  readonly usedAtMs: number | null;
  readonly uses: number;
  /** What the phone calls them; empty when it has no name for them, null when they are not in its list. */
  readonly phoneName: string | null;
  /** Taken out by a person: only the id is kept, so that no sync brings them back. Never in the index. */
  readonly deleted: boolean;
};

export type KeptList = { readonly listId: string; readonly name: string };

/** What a person may take back. */
export type PeopleChange = {
  readonly changeId: string;
  readonly kind: 'delete' | 'import' | 'lists';
  readonly atMs: number;
  readonly listsMade: readonly KeptList[];
  readonly listsDeleted: readonly KeptList[];
  /** Everybody it changed, as they were (null: not here) and as it left them. */
  readonly people: readonly { readonly before: KeptContact | null; readonly after: KeptContact }[];
};

/** Slow work that goes on over restarts: asking checkWhatsapp, saving into the phone's contacts. */
export type QueueKind = 'check' | 'to-phone';
export type QueuedPerson = Person & { readonly tries: number };

/** How many numbers were asked about in a month (`2026-11`, UTC), and how many may be, once the service has told. */
export type CheckCount = { readonly month: string; readonly used: number; readonly total: number | null };

/** Changes that are made together or not at all. */
export type PeopleWrite = {
  readonly put?: readonly KeptContact[];
  /** Not even a mark stays of these. */
  readonly removed?: readonly string[];
  /** Other ids of the same people: privacy ids, numbers that changed. */
  readonly otherIds?: readonly { readonly otherId: string; readonly chatId: string }[];
  readonly lists?: readonly KeptList[];
  readonly listsRemoved?: readonly string[];
  readonly change?: PeopleChange;
  /** The change that was taken back by this. */
  readonly undone?: string;
  readonly queued?: { readonly kind: QueueKind; readonly people: readonly Person[] };
  /** Out of one queue, or out of all. */
  readonly unqueued?: { readonly kind: QueueKind | 'any'; readonly chatIds: readonly string[] };
  /** What checkWhatsapp said, kept whatever becomes of the contact. */
  readonly checked?: { readonly chatId: string; readonly isOn: boolean; readonly atMs: number };
  readonly count?: CheckCount;
  readonly syncedAtMs?: number;
};

/** Everything of one account that has to be in memory for searching. */
export type LoadedPeople = {
  readonly contacts: readonly KeptContact[];
  readonly otherIds: ReadonlyMap<string, string>;
  readonly lists: readonly KeptList[];
};

/** The contacts of the accounts on the disk, with all that belongs to them. */
export type ContactStore = {
  /** Nobody was ever read from the phone of this account, whoever else is kept. */
  isNew(accountId: string): Promise<boolean>;
  load(accountId: string): Promise<LoadedPeople>;
  /** Durable when it answers. Fails with `disk-full` and `newer-data`; nothing is changed then. */
  write(accountId: string, write: PeopleWrite): Promise<Result<null, Failure>>;
  /** The change; null when it is too old to be kept, or a later one changed some of the same people. */
  change(accountId: string, changeId: string): Promise<PeopleChange | null>;
  /** The newest import, if it can still be taken back. */
  lastImport(accountId: string): Promise<{ undoId: string; atMs: number; count: number } | null>;
  syncedAtMs(accountId: string): Promise<number | null>;
  checkCount(accountId: string): Promise<CheckCount | null>;
  /** What waits, in the order of asking. */
  queued(accountId: string, kind: QueueKind, limit: number): Promise<readonly QueuedPerson[]>;
  /** The accounts that have anybody waiting. */
  accountsWithQueues(): Promise<readonly string[]>;
  queueLength(accountId: string, kind: QueueKind): Promise<number>;
  /** Notes how often somebody's turn was taken. */
  setTries(accountId: string, kind: QueueKind, person: QueuedPerson): Promise<Result<null, Failure>>;
  emptyQueue(accountId: string, kind: QueueKind): Promise<Result<null, Failure>>;
  /** In how many groups of the record these people are; those in none are left out. */
  groupCounts(accountId: string, chatIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What checkWhatsapp said of these ids, whether they are contacts or not; those never asked about are left out. */
  checks(accountId: string, chatIds: readonly string[]): Promise<ReadonlyMap<string, Contact['whatsapp']>>;
  /** Of whom checkWhatsapp said no since then. */
  off(accountId: string, sinceMs: number): Promise<readonly string[]>;
  forget(accountId: string): Promise<Result<null, Failure>>;
};
