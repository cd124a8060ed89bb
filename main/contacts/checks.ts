import type { Person } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import { once } from '../../core/once.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { AnswersOf } from './answers.ts';
import { learned } from './check-answer.ts';
import { monthOf, nextMonthMs } from './month.ts';
import type { PeopleBook } from './people-book.ts';
import { createSlowWork, type SlowWork, type WorkTools } from './slow-work.ts';
import type { CheckCount } from './store.ts';

export type Checks = { readonly [C in 'checkWhatsapp' | 'stopChecking']: Api[`people.${C}`] } & {
  readonly work: SlowWork;
  /**
   * Asks about people who need not be contacts: those without an answer, as far as the month's allowance goes. Fails with
   * `quota` when nothing of it is left.
   */
  checkPeople(accountId: string, people: readonly Person[]): Promise<Result<{ readonly queued: number }>>;
};

export type ChecksDeps = WorkTools & {
  readonly book: PeopleBook;
  readonly answersOf: AnswersOf;
  readonly changed: (accountId: string) => Promise<void>;
};

/**
 * Asks checkWhatsapp who is on WhatsApp, never twice about the same person. The allowance is counted by calendar months; a
 * 466 tells its size, and stops the work until the next month begins.
 */
export function createChecks({ book, answersOf, changed, ...tools }: ChecksDeps): Checks {
  const { clock, store } = tools;

  async function countOf(accountId: string): Promise<CheckCount> {
    const count = await store.checkCount(accountId);
    const month = monthOf(clock.now());
    return count?.month === month ? count : { month, used: 0, total: count?.total ?? null };
  }

  const work = createSlowWork({
    ...{ ...tools, kind: 'check', event: 'people.checking' },

    async obstacle(accountId, byPerson) {
      const { used, total } = await countOf(accountId);
      // The tariff may have been changed: a person's click asks the service itself.
      if (byPerson || total === null || used < total) return tools.obstacle(accountId);
      return { code: 'quota', used, total, resetsAtMs: nextMonthMs(clock.now()) };
    },

    ask: (api, { chatId }) => api.checkWhatsapp(chatId),

    async keep(accountId, { chatId }, answer) {
      const count = await countOf(accountId);
      const kept = await book.change(accountId, (open) => {
        const unqueued = { kind: 'check', chatIds: [chatId] } as const;
        const write = learned(open, { chatId, answer, atMs: clock.now() });
        return ok({ write: { ...write, unqueued, count: { ...count, used: count.used + 1 } }, answer: null });
      });
      if (kept.ok) await changed(accountId);
      return kept;
    },

    async onStopped(accountId, failure) {
      if (failure.code !== 'quota') return;
      // The service knows better how many it has counted.
      const { month, used, total } = await countOf(accountId);
      await store.write(accountId, { count: { month, used: failure.used ?? used, total: failure.total ?? total } });
    },
  });

  return {
    work,

    async checkWhatsapp({ accountId, chatIds }) {
      const queued = await book.change(accountId, ({ index, idOf }) => {
        const people = [...new Set(chatIds.map(idOf))].flatMap((chatId) => index.get(chatId) ?? []);
        const unchecked = people.filter(({ whatsapp }) => whatsapp.at === 'unchecked');
        return ok({ write: { queued: { kind: 'check', people: unchecked } }, answer: { queued: unchecked.length } });
      });
      if (queued.ok) work.wake(accountId, true);
      return queued;
    },

    async checkPeople(accountId, people) {
      const ids = people.map(({ chatId }) => chatId);
      const answers = await answersOf(accountId, ids);
      const { used, total } = await countOf(accountId);
      const queuedNow = await store.queueLength(accountId, 'check');
      const left = total === null ? Number.POSITIVE_INFINITY : Math.max(0, total - used - queuedNow);
      const unchecked = people.filter(({ chatId }) => !answers.has(chatId));
      if (unchecked.length > 0 && left === 0) {
        return err({ code: 'quota', used, total, resetsAtMs: nextMonthMs(clock.now()) });
      }
      const queued = await book.change(accountId, ({ idOf }) => {
        const asked = once(
          unchecked.map((person) => ({ ...person, chatId: idOf(person.chatId) })),
          keyOf,
        ).slice(0, left);
        return ok({ write: { queued: { kind: 'check', people: asked } }, answer: { queued: asked.length } });
      });
      if (queued.ok) work.wake(accountId, true);
      return queued;
    },

    stopChecking: ({ accountId }) => work.stop(accountId),
  };
}

const keyOf = ({ chatId }: Person): string => chatId;
