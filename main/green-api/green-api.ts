import type { InstanceState } from '../../core/account.ts';
import type { ApiFailure, Evidence } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';

/** A failed call with what it proves; nothing that got throws is in it. */
export type Answered<T> = Promise<Result<T, ApiFailure>>;

export type CreatedGroup = {
  readonly chatId: string;
  /** As CreateGroup gave it, or null when it is empty or no invite link. getGroupData knows better. */
  readonly link: string | null;
  readonly evidence: Evidence;
};

export type PhoneContact = {
  readonly chatId: string;
  readonly name: string;
  /** Another id of the same person: a privacy id, or the number they had before. */
  readonly otherId?: string;
};

/** One list of chats from getContacts or getChats, persons and groups apart. A name may be empty. */
export type ContactList = {
  readonly people: readonly PhoneContact[];
  readonly groups: readonly PhoneContact[];
  readonly evidence: Evidence;
};

export type GroupData = {
  readonly chatId: string;
  readonly name: string;
  /** May be a lid, or null when the service leaves it out. */
  readonly owner: string | null;
  /** Server time in ms. */
  readonly createdAtMs: number | null;
  readonly link: string | null;
  /** Null when the service does not say, as the older answers do not. */
  readonly onlyAdminsWrite: boolean | null;
  /** How many are in; it may be more than `members` lists. Null when the service does not say. */
  readonly size: number | null;
  /** `chatId` may be a phone's id or a lid; `lid` is the other one when the service gives both. */
  readonly members: readonly { readonly chatId: string; readonly lid: string | null; readonly isAdmin: boolean }[];
};

/** GREEN-API for one account. The token stays inside: no answer, failure or log line carries it. */
export type GreenApi = {
  /** Once, without repeats. Only `never-sent` and `refused` prove that no group was made. */
  createGroup(group: { groupName: string; chatIds: readonly string[] }): Answered<CreatedGroup>;
  getStateInstance(): Answered<InstanceState>;
  getWaSettings(): Answered<{
    readonly phone: string | null;
    readonly state: InstanceState | null;
    readonly suspendedUntilMs: number | null;
  }>;
  /** `png` in base64. */
  qr(): Answered<{ at: 'qr'; png: string } | { at: 'linked' } | { at: 'not-yet' }>;
  /** `phone` in digits. `not-done` when the service gives none, for instance because a phone is linked already. */
  getAuthorizationCode(phone: string): Answered<{ readonly code: string }>;
  getContacts(options?: { readonly groupsOnly?: boolean }): Answered<ContactList>;
  getChats(count: number): Answered<ContactList>;
  /** `unreadable` is the service's `Error: forbidden` or `item-not-found` in a 200. */
  getGroupData(chatId: string): Answered<{ at: 'group'; group: GroupData } | { at: 'unreadable' }>;
  /** `chatId` in the answer is the number that WhatsApp knows the person by. */
  checkWhatsapp(
    chatId: string,
  ): Answered<{ readonly exists: boolean; readonly chatId: string | null; readonly lid: string | null }>;
  /** Into the phone's address book too, if that is synchronised. Already there counts as done. */
  addContact(person: { chatId: string; firstName: string }): Answered<{ readonly onWhatsapp: boolean }>;
  addGroupParticipant(groupId: string, chatId: string): Answered<{ readonly added: boolean }>;
  updateGroupName(groupId: string, groupName: string): Answered<{ readonly renamed: boolean }>;
  setGroupAdmin(groupId: string, chatId: string): Answered<{ readonly isAdmin: boolean }>;
  /** False when the service could not: for instance a group that it does not know, or that we do not lead. */
  setGroupPicture(groupId: string, jpeg: Uint8Array): Answered<{ readonly isSet: boolean }>;
  /** Takes effect within five minutes. False as in `setGroupPicture`. */
  updateGroupSettings(
    groupId: string,
    settings: { readonly onlyAdminsWrite: boolean },
  ): Answered<{ readonly isSet: boolean }>;
  sendMessage(chatId: string, message: string): Answered<{ readonly idMessage: string }>;
};
