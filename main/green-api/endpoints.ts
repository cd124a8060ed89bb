/** GREEN-API's methods that we call, one line each. Source: green-api docs, "Methods" and "Ratelimiter". */
export type Endpoint = {
  readonly verb: 'GET' | 'POST';
  /** Reads and idempotent writes may be repeated by the machine; the others only with proof that nothing happened. */
  readonly safeToRepeat: boolean;
  /** Documented calls per second for one instance; methods that GREEN-API's table leaves out count as 1. */
  readonly perSecond: number;
  /** Largest body we accept, in bytes. */
  readonly bodyCap: number;
};

const MiB = 1024 * 1024;
const read = { verb: 'GET', safeToRepeat: true, perSecond: 1, bodyCap: MiB } as const;
const write = { verb: 'POST', safeToRepeat: false, perSecond: 1, bodyCap: MiB } as const;

export const endpoints = {
  createGroup: write,
  getStateInstance: read,
  getWaSettings: read,
  qr: { ...read, perSecond: 3 },
  getAuthorizationCode: write,
  getContacts: { ...read, bodyCap: 64 * MiB },
  getChats: { ...read, bodyCap: 64 * MiB },
  getGroupData: { ...read, verb: 'POST' },
  checkWhatsapp: { ...read, verb: 'POST', perSecond: 10 },
  // A contact that is there already counts as saved, so that a second call changes nothing.
  addContact: { ...write, safeToRepeat: true },
  addGroupParticipant: { ...write, perSecond: 10 },
  updateGroupName: { ...write, safeToRepeat: true },
  setGroupAdmin: { ...write, safeToRepeat: true, perSecond: 10 },
  setGroupPicture: { ...write, safeToRepeat: true },
  updateGroupSettings: { ...write, safeToRepeat: true },
  sendMessage: { ...write, perSecond: 50 },
} as const satisfies Record<string, Endpoint>;

export type MethodName = keyof typeof endpoints;
