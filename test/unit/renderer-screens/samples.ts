import type { Contact, Entry, Person } from '../../../core/contact.ts';
import type { GroupJob, JobState, Member } from '../../../core/group-job.ts';

/** Somebody with a number of their own: `personOf(7)` has the number ending in 07. */
export const personOf = (n: number, name = `Person ${n}`): Person => ({
  chatId: `${79_000_000_000 + n}@c.us`,
  name,
  phone: `+7 900 000-00-${String(n).padStart(2, '0')}`,
});

export const contactOf = (n: number): Contact => ({
  ...personOf(n),
  source: 'phone',
  gone: false,
  note: '',
  lists: [],
  whatsapp: { at: 'unchecked' },
  groups: 0,
});

export const readyOf = (n: number, name?: string): Entry => ({
  at: 'ready',
  text: personOf(n, name).phone,
  person: personOf(n, name),
});

/** A number with a slip whose repair is `personOf(n)`. */
export const slipOf = (n: number): Entry => ({
  at: 'repair',
  text: `8 900 000-00-0${n}`,
  name: '',
  guess: personOf(n, ''),
});

export const badEntry: Entry = { at: 'bad', text: '12', name: '', reason: 'too-short' };

export const memberOf = (n: number, at: Member['at']): Member => ({ ...personOf(n), at, isAdmin: false, doing: null });

export const created: JobState = { at: 'created', chatId: '120363000000000001@g.us', madeAtMs: 2_000, how: 'answered' };

export const unknown: Extract<JobState, { at: 'unknown' }> = {
  at: 'unknown',
  failure: { code: 'no-answer' },
  sentAtMs: 1_500,
  sinceMs: 2_000,
  reads: 0,
  nextReadAtMs: null,
  candidates: [],
  search: null,
  mayDeny: 'no',
};

export const queued: JobState = { at: 'queued', waiting: null, held: false };

export const jobOf = (id: string, state: JobState, more: Partial<GroupJob> = {}): GroupJob => ({
  id,
  accountId: 'a1',
  name: `Group ${id}`,
  people: [personOf(1), personOf(2)],
  askedAtMs: 1_000,
  state,
  startsAtMs: null,
  link: null,
  membership: null,
  fromPhone: null,
  supportCode: '7F3A-21',
  ...more,
});

/** A call that is answered by hand: `calls` are the arguments so far, `answer` settles the oldest open one or another. */
export function byHand<A, R>() {
  const calls: A[] = [];
  const open: ((answer: R) => void)[] = [];
  return {
    calls,
    call: (args: A) => {
      calls.push(args);
      return new Promise<R>((settle) => open.push(settle));
    },
    answer: async (answer: R, place = 0) => {
      open.splice(place, 1)[0]?.(answer);
      // The state reads its answer in a later microtask.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

/** A clock whose timers run when the test says so. */
export function createTimers() {
  const waiting = new Map<number, { readonly atMs: number; readonly run: () => void }>();
  let nowMs = 0;
  let next = 0;
  return {
    waiting,
    after: (delayMs: number, run: () => void) => {
      next += 1;
      const id = next;
      waiting.set(id, { atMs: nowMs + delayMs, run });
      return () => void waiting.delete(id);
    },
    pass: (ms: number) => {
      nowMs += ms;
      for (const [id, { atMs, run }] of [...waiting]) {
        if (atMs > nowMs) continue;
        waiting.delete(id);
        run();
      }
    },
  };
}
