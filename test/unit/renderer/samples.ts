import type { Account } from '../../../core/account.ts';
import type { Listen, Payload } from '../../../core/contract/events.ts';
import type { EventName } from '../../../core/contract/names.ts';
import type { Failure } from '../../../core/failure.ts';
import { createFormat } from '../../../core/i18n/format.ts';
import { createWords } from '../../../core/i18n/words.ts';
import type { PolicyView } from '../../../core/policy-view.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings.ts';

/** Monday 23 November 2026, 12:00 in Moscow. */
export const nowMs = Date.UTC(2026, 10, 23, 9);
export const timeZone = 'Europe/Moscow';

export const english = { say: createWords('en'), format: createFormat('en', timeZone), nowMs };
export const russian = { say: createWords('ru'), format: createFormat('ru', timeZone), nowMs };

export const account = (over: Partial<Account> = {}): Account => ({
  id: 'a1',
  label: 'School 5',
  idInstance: '1101000001',
  apiUrl: 'https://1101.api.greenapi.com',
  practice: false,
  token: 'saved',
  tokenEnd: '9f3c',
  phone: '79000000000',
  phoneShown: '+7 900 000-00-00',
  state: { at: 'checked', state: 'authorized', suspendedUntilMs: null, atMs: nowMs },
  ...over,
});

export const sampleSettings: Settings = {
  ...{ language: 'system', theme: 'system', openAtLogin: false, closeToTray: true, closeNoticeSeen: false },
  ...{ paceMinutes: 5, groupsPerDay: 25, hours: { from: '09:00', to: '18:00' }, keepRecordsFor: '2-years' },
  currentAccountId: null,
};

/** No administrator decides anything. */
export const samplePolicy: PolicyView = {
  ...{ locked: [], leastPaceMinutes: 5, mostPerDay: 25, limitsPace: false, limitsDay: false },
  ...{ accountsByHand: true, practice: true, trouble: null },
};

/** The other end of `window.listen`. */
export function createEvents() {
  const listeners = new Map<EventName, (payload: never) => void>();
  const listen: Listen = (name, listener) => {
    listeners.set(name, listener);
    return () => void listeners.delete(name);
  };
  const emit = <N extends EventName>(name: N, payload: Payload<N>) => listeners.get(name)?.(payload as never); // the name vouches for the payload
  return { listen, emit };
}

/** A call whose answers are scripted: each is given by hand, in any order, and what was asked is kept. */
export function createCall<A, T>() {
  const asked: A[] = [];
  const answers: ((result: Result<T, Failure>) => void)[] = [];
  return {
    asked,
    call: (args: A): Promise<Result<T, Failure>> => {
      asked.push(args);
      return new Promise((resolve) => answers.push(resolve));
    },
    answer: (at: number, value: T) => answers[at]?.(ok(value)),
    fail: (at: number, failure: Failure) => answers[at]?.(err(failure)),
  };
}
