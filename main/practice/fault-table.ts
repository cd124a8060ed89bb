import { endpoints } from '../green-api/endpoints.ts';
import type { Body } from './method.ts';
import type { PracticeMethod } from './methods.ts';
import { chatQuota, methodQuota } from './over-quota.ts';
import { type Answer, empty, envelope, json, page, type Reply, text, whole } from './reply.ts';
import type { World } from './world.ts';

/** A call on which something goes wrong. */
type Afflicted = {
  readonly method: PracticeMethod;
  readonly path: string;
  readonly nowMs: number;
  readonly body: Body;
  readonly world: World;
  /** Lets the call do what it would have done, effect and all. */
  readonly go: () => Reply;
};

type Fault = {
  /** What happens, in a line. */
  readonly about: string;
  /** Where it strikes when nobody says where. */
  readonly on: readonly PracticeMethod[] | 'every';
  readonly act: (call: Afflicted) => Reply;
};

const groups: readonly PracticeMethod[] = ['createGroup'];
const MiB = 1024 * 1024;

/** The effect does not happen; the service says this. */
const refusal = (status: number, message: string) => (call: Afflicted) => whole(envelope(status, message, call));

/** The call runs; what it answered on success is told differently. A refusal stays what it is. */
const told = (change: (answer: Answer, call: Afflicted) => Reply) => (call: Afflicted) => {
  const reply = call.go();
  return 'answer' in reply && reply.answer.status === 200 ? change(reply.answer, call) : reply;
};

/** The call runs; fields of the object it answered are told differently. Fields it has not are left out. */
const retold = (fields: Readonly<Record<string, unknown>>) =>
  told((answer) => {
    const value: unknown = JSON.parse(answer.body);
    if (typeof value !== 'object' || value === null) return whole(answer);
    const changed = Object.entries(fields).filter(([name]) => name in value);
    return whole({ ...answer, body: JSON.stringify({ ...value, ...Object.fromEntries(changed) }) });
  });

/** Every trouble by name. Sources: GREEN-API's error pages and its public issues; the rest is what networks do. */
export const faultTable = {
  'created-but-500': {
    about: 'the effect happens, the answer is a 500',
    on: groups,
    act: told((_, call) => whole(envelope(500, 'Internal Server Error', call))),
  },
  'not-created-500': { about: 'no effect, a 500', on: groups, act: refusal(500, 'Internal Server Error') },
  'rate-overlimit': {
    about: 'WhatsApp says too many groups: 500, no effect',
    on: groups,
    act: refusal(500, 'rate-overlimit'),
  },
  'rate-overlimit-created': {
    about: 'WhatsApp says too many groups: 500, and the effect happens',
    on: groups,
    act: told((_, call) => whole(envelope(500, 'rate-overlimit', call))),
  },
  'bad-number': { about: 'one number sinks the call: 500, no effect', on: groups, act: refusal(500, 'bad-request') },

  'lost-before-effect': { about: 'the socket closes, no effect', on: groups, act: () => ({ manner: 'drop' }) },
  'lost-after-effect': {
    about: 'the effect happens, the socket closes without an answer',
    on: groups,
    act: told(() => ({ manner: 'drop' })),
  },
  'hang-before-effect': { about: 'silence, no effect', on: groups, act: () => ({ manner: 'hang' }) },
  'hang-after-effect': {
    about: 'the effect happens, then silence',
    on: groups,
    act: told(() => ({ manner: 'hang' })),
  },
  'slow-body': {
    about: 'the effect happens, the body comes a byte a second',
    on: groups,
    act: told((answer) => ({ manner: 'drip', answer })),
  },
  'cut-json': {
    about: 'the effect happens, half of the body comes, then the socket closes',
    on: groups,
    act: told((answer) => ({ manner: 'cut', answer })),
  },
  'malformed-json': {
    about: 'the effect happens, the body is whole and no JSON',
    on: groups,
    act: told((answer) => whole({ ...answer, body: answer.body.slice(0, -1) })),
  },
  'null-body': { about: 'the effect happens, the body is null', on: groups, act: told(() => whole(json(null))) },
  'html-page': {
    about: 'a 200 with an HTML page, no effect',
    on: groups,
    act: () => whole(page(200, 'Welcome')),
  },
  'oversized-body': {
    about: 'the effect happens, the body never seems to end',
    on: groups,
    act: told((answer, call) => ({ manner: 'padded', answer, bytes: capOf(call.method) })),
  },
  redirect: {
    about: 'a 307 to the same address, no effect',
    on: groups,
    act: ({ path }) => whole({ ...empty(307), headers: { Location: path } }),
  },

  '429': { about: 'too many requests', on: groups, act: () => whole(empty(429)) },
  quota: {
    about: "466: the month's calls of the method are used up",
    on: groups,
    act: ({ method }) => whole(methodQuota(method, 100, 100)),
  },
  'chat-quota': {
    about: "466: the month's three chats are used up",
    on: ['createGroup', 'sendMessage'],
    act: ({ method }) => whole(chatQuota(method, 3, 3, ['79000000101@c.us', '79000000102@c.us', '12025550100@c.us'])),
  },
  'check-limit': {
    about: '400: WhatsApp was asked about too many numbers at once',
    on: ['checkWhatsapp'],
    act: refusal(400, 'check phone number timeout limit exceeded'),
  },
  '469': { about: 'the check limit of sibling services', on: ['checkWhatsapp'], act: () => whole(empty(469)) },
  '401': {
    about: 'the token is not accepted',
    on: 'every',
    act: () => whole(empty(401, { 'Content-Type': 'application/json' })),
  },
  '403': { about: 'another host owns the instance', on: 'every', act: () => whole(page(403, '403 Forbidden')) },
  '404': {
    about: 'the path is not known',
    on: groups,
    act: (call) => whole(envelope(404, `Cannot POST ${call.path}`, call)),
  },
  '502': { about: 'bad gateway', on: groups, act: () => whole(page(502, '502 Bad Gateway')) },
  '503': {
    about: 'service unavailable',
    on: groups,
    act: () => whole(page(503, '503 Service Temporarily Unavailable')),
  },
  '504': { about: 'gateway time-out', on: groups, act: () => whole(page(504, '504 Gateway Time-out')) },

  starting: {
    about: '400: the instance is starting',
    on: groups,
    act: refusal(400, 'instance in starting process try later'),
  },
  'not-authorized': { about: '400: no phone', on: groups, act: refusal(400, 'instance account not authorized') },
  'starting-or-not-authorized': {
    about: '400: either of the two',
    on: groups,
    act: refusal(400, 'instance is starting or not authorized'),
  },
  expired: {
    about: '400: the instance is not paid for',
    on: 'every',
    act: refusal(400, 'Instance account is expired. Renew your instance from personal area'),
  },
  deleted: { about: '400: the instance is gone', on: 'every', act: refusal(400, 'Instance is deleted') },
  validation: {
    about: '400: the data are not accepted',
    on: groups,
    act: refusal(400, "Validation failed. Details: 'groupName' is required"),
  },

  'wrong-link': {
    about: 'the effect happens, the invite link is of another group',
    on: groups,
    act: retold({ groupInviteLink: 'https://chat.whatsapp.com/WrongWrongWrongWrong00' }),
  },
  'empty-link': { about: 'the effect happens, no invite link', on: groups, act: retold({ groupInviteLink: '' }) },
  'created-false': {
    about: 'a 200 that says created: false, no effect',
    on: groups,
    act: () => whole(json({ created: false, chatId: '', groupInviteLink: '' })),
  },
  'person-not-added': { about: 'the last person is left out in silence', on: groups, act: leaveOutLast },
  'not-done': {
    about: 'a 200 whose flag is false, no effect',
    on: ['addGroupParticipant'],
    act: ({ method }) => whole(json({ [flagOf(method)]: false })),
  },
  'done-in-word-only': {
    about: 'a 200 whose flag is true, no effect',
    on: ['addGroupParticipant'],
    act: ({ method }) => whole(json({ [flagOf(method)]: true })),
  },

  'group-forbidden': {
    about: 'a 200 that says forbidden',
    on: ['getGroupData'],
    act: () => whole(text('Error: forbidden')),
  },
  'group-not-found': {
    about: 'a 200 that says item-not-found',
    on: ['getGroupData'],
    act: () => whole(text('Error: item-not-found')),
  },
  'group-not-found-quoted': {
    about: 'the same as a JSON string',
    on: ['getGroupData'],
    act: () => whole(json('Error: item-not-found')),
  },
  'empty-list': {
    about: 'a list without anything in it',
    on: ['getContacts', 'getChats'],
    act: () => whole(json([])),
  },
  'yellow-card': {
    about: 'the older word for suspended',
    on: ['getStateInstance', 'getWaSettings'],
    act: retold({ stateInstance: 'yellowCard' }),
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faultTable;

// `Object.keys` forgets the names' type; the table above is where they come from.
export const faultNames = Object.keys(faultTable) as readonly FaultName[];

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(faultTable, name);

/** Nobody has saved the last one asked for, who lets only contacts add them: saving them repairs it. */
function leaveOutLast({ body, world, go }: Afflicted): Reply {
  const last: unknown = Array.isArray(body.chatIds) ? body.chatIds.at(-1) : body.participantChatId;
  if (typeof last === 'string') world.phone.change(last, { addableBy: 'contacts', savedAs: null });
  return go();
}

const flags: Partial<Record<PracticeMethod, string>> = {
  createGroup: 'created',
  addGroupParticipant: 'addParticipant',
  removeGroupParticipant: 'removeParticipant',
};

/** The field in which a method says whether it worked: most often its own name. */
const flagOf = (method: PracticeMethod): string => flags[method] ?? method;

const capOf = (method: PracticeMethod): number =>
  method in endpoints ? endpoints[method as keyof typeof endpoints].bodyCap : MiB;
