import type { InstanceState } from '../../core/account.ts';
import type { Clock } from '../../core/clock.ts';
import type { ApiFailure, Evidence, Failure, Proof } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GreenApi } from '../../main/green-api/green-api.ts';

export type FakeGroup = {
  readonly chatId: string;
  name: string;
  owner: string | null;
  createdAtMs: number;
  link: string | null;
  members: { chatId: string; lid: string | null; isAdmin: boolean }[];
  /** Not in the lists before this server time. */
  shownFromMs: number;
  isReadable: boolean;
  onlyAdminsWrite: boolean;
  picture: Uint8Array | null;
};

/** What goes wrong with a call; `effect`: it does what it should all the same. `hangs`: no answer ever comes. */
export type FakeFault = {
  readonly failure: Failure;
  readonly proof: Proof;
  readonly effect?: boolean;
  readonly hangs?: boolean;
};

export type FakeCall = {
  readonly method: keyof GreenApi;
  readonly serverMs: number;
  readonly args: readonly unknown[];
};

export type FakeGreenApi = GreenApi & {
  readonly groups: FakeGroup[];
  readonly calls: FakeCall[];
  readonly messages: { chatId: string; message: string }[];
  readonly saved: Set<string>;
  /** People who cannot be added unless they are saved as contacts. */
  readonly shy: Set<string>;
  /** Strikes the next call of a method; orders queue up, and null lets a call pass. */
  fault(method: keyof GreenApi, fault: FakeFault | null, times?: number): void;
  state: InstanceState;
  /** How late the list of groups shows what was made. */
  lagMs: number;
  hasDate: boolean;
  make(name: string, people?: readonly string[]): FakeGroup;
  callsOf(method: keyof GreenApi): readonly FakeCall[];
};

type Options = { readonly clock: Clock; readonly serverNow?: () => number; readonly phone?: string };

/** GREEN-API for one phone, in memory: a world with groups, and troubles to order. */
export function createFakeGreenApi({ clock, serverNow = clock.now, phone = '79000000001' }: Options): FakeGreenApi {
  const orders = new Map<keyof GreenApi, (FakeFault | null)[]>();
  const groups: FakeGroup[] = [];
  const calls: FakeCall[] = [];
  const messages: FakeGreenApi['messages'] = [];
  const saved = new Set<string>();
  const shy = new Set<string>();
  const me = `${phone}@c.us`;

  const evidence = (startedAtMs: number, status: number | null): Evidence => ({
    startedAtMs,
    endedAtMs: clock.now(),
    status,
    serverDateMs: status === null || !fake.hasDate ? null : Math.floor(serverNow() / 1000) * 1000,
  });

  async function call<T>(
    method: keyof GreenApi,
    args: readonly unknown[],
    effect: (evidence: Evidence) => T,
  ): Promise<Result<T, ApiFailure>> {
    const startedAtMs = clock.now();
    calls.push({ method, serverMs: serverNow(), args });
    const fault = orders.get(method)?.shift();
    if (!fault) return ok(effect(evidence(startedAtMs, 200)));
    if (fault.effect) effect(evidence(startedAtMs, 200));
    if (fault.hangs) return new Promise(() => {});
    const status = fault.proof === 'refused' ? 400 : null;
    return err({ failure: fault.failure, proof: fault.proof, evidence: evidence(startedAtMs, status) });
  }

  const listed = () =>
    groups.filter((group) => group.shownFromMs <= serverNow()).map(({ chatId, name }) => ({ chatId, name }));

  const find = (chatId: string) => groups.find((group) => group.chatId === chatId);

  function make(name: string, people: readonly string[] = []): FakeGroup {
    const number = groups.length + 1;
    const member = (chatId: string, isAdmin: boolean) => ({ chatId, lid: null, isAdmin });
    const group: FakeGroup = {
      chatId: `120363${String(number).padStart(12, '0')}@g.us`,
      name,
      owner: me,
      createdAtMs: Math.floor(serverNow() / 1000) * 1000,
      link: `https://chat.whatsapp.com/Fake${String(number).padStart(18, '0')}`,
      members: [
        member(me, true),
        ...people.filter((id) => !shy.has(id) || saved.has(id)).map((id) => member(id, false)),
      ],
      shownFromMs: serverNow() + fake.lagMs,
      isReadable: true,
      onlyAdminsWrite: false,
      picture: null,
    };
    groups.push(group);
    return group;
  }

  const fake: FakeGreenApi = {
    groups,
    calls,
    messages,
    saved,
    shy,
    make,
    state: 'authorized',
    lagMs: 0,
    hasDate: true,
    fault(method, fault, times = 1) {
      orders.set(method, [...(orders.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    callsOf: (method) => calls.filter((made) => made.method === method),

    createGroup: (group) =>
      call('createGroup', [group], (seen) => {
        const { chatId, link } = make(group.groupName, group.chatIds);
        return { chatId, link, evidence: seen };
      }),
    getStateInstance: () => call('getStateInstance', [], () => fake.state),
    getWaSettings: () => call('getWaSettings', [], () => ({ phone, state: fake.state, suspendedUntilMs: null })),
    qr: () => call('qr', [], () => ({ at: 'linked' }) as const),
    getAuthorizationCode: () => call('getAuthorizationCode', [], () => ({ code: 'FAKE0001' })),
    getContacts: () => call('getContacts', [], (seen) => ({ people: [], groups: listed(), evidence: seen })),
    getChats: (count) =>
      call('getChats', [count], (seen) => ({ people: [], groups: listed().slice(-count), evidence: seen })),
    getGroupData: (chatId) =>
      call('getGroupData', [chatId], () => {
        const group = find(chatId);
        if (!group?.isReadable) return { at: 'unreadable' } as const;
        const { name, owner, createdAtMs, link, onlyAdminsWrite } = group;
        const members = [...group.members];
        const about = { chatId, name, owner, createdAtMs, link, onlyAdminsWrite, size: members.length, members };
        return { at: 'group', group: about } as const;
      }),
    checkWhatsapp: (chatId) =>
      call('checkWhatsapp', [chatId], () => ({ exists: true, chatId, lid: `9${chatId.slice(0, 11)}@lid` })),
    addContact: ({ chatId }) =>
      call('addContact', [chatId], () => {
        saved.add(chatId);
        return { onWhatsapp: true };
      }),
    addGroupParticipant: (groupId, chatId) =>
      call('addGroupParticipant', [groupId, chatId], () => {
        const group = find(groupId);
        if (!group || (shy.has(chatId) && !saved.has(chatId))) return { added: false };
        group.members.push({ chatId, lid: null, isAdmin: false });
        return { added: true };
      }),
    updateGroupName: (groupId, name) =>
      call('updateGroupName', [groupId, name], () => {
        const group = find(groupId);
        if (group) group.name = name;
        return { renamed: group !== undefined };
      }),
    setGroupAdmin: (groupId, chatId) =>
      call('setGroupAdmin', [groupId, chatId], () => {
        const member = find(groupId)?.members.find((candidate) => candidate.chatId === chatId);
        if (member) member.isAdmin = true;
        return { isAdmin: member !== undefined };
      }),
    setGroupPicture: (groupId, jpeg) =>
      call('setGroupPicture', [groupId, jpeg], () => {
        const group = find(groupId);
        if (group) group.picture = jpeg;
        return { isSet: group !== undefined };
      }),
    updateGroupSettings: (groupId, { onlyAdminsWrite }) =>
      call('updateGroupSettings', [groupId, { onlyAdminsWrite }], () => {
        const group = find(groupId);
        if (group) group.onlyAdminsWrite = onlyAdminsWrite;
        return { isSet: group !== undefined };
      }),
    sendMessage: (chatId, message) =>
      call('sendMessage', [chatId, message], () => {
        messages.push({ chatId, message });
        return { idMessage: `FAKE${messages.length}` };
      }),
  };
  return fake;
}

export const failures = {
  noAnswer: { failure: { code: 'unknown' }, proof: 'none' },
  madeWithoutAnswer: { failure: { code: 'unknown' }, proof: 'none', effect: true },
  overlimit: { failure: { code: 'rate-overlimit' }, proof: 'none' },
  neverSent: { failure: { code: 'offline' }, proof: 'never-sent' },
  certificate: { failure: { code: 'certificate' }, proof: 'never-sent' },
  notAccepted: { failure: { code: 'not-accepted' }, proof: 'refused' },
  wrongAccount: { failure: { code: 'wrong-account' }, proof: 'refused' },
  wrongAddress: { failure: { code: 'wrong-address' }, proof: 'refused' },
  quota: { failure: { code: 'quota', used: 100, total: 100, resetsAtMs: Date.UTC(2026, 11, 1) }, proof: 'refused' },
  starting: { failure: { code: 'starting' }, proof: 'refused' },
  notLinked: { failure: { code: 'not-linked' }, proof: 'refused' },
  tooFast: { failure: { code: 'too-fast', waitMs: 60_000 }, proof: 'refused' },
  readFailed: { failure: { code: 'no-answer' }, proof: 'none' },
  offline: { failure: { code: 'offline' }, proof: 'never-sent' },
  hangs: { failure: { code: 'unknown' }, proof: 'none', hangs: true },
  hangsAfterEffect: { failure: { code: 'unknown' }, proof: 'none', effect: true, hangs: true },
} as const satisfies Record<string, FakeFault>;
