import { rmSync } from 'node:fs';
import type { Account } from '../core/account.ts';
import type { Practice } from '../core/contract/events.ts';
import { practiceSpeed } from '../core/practice-speed.ts';
import { ok, type Result } from '../core/result.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Engine } from './engine.ts';
import { createPractice, type Practice as Service } from './practice/practice.ts';
import type { QuickClock } from './quick-clock.ts';

type PracticeRoomDeps = {
  readonly accounts: Pick<Accounts, 'openPractice' | 'closePractice' | 'choose' | 'check'>;
  /** Practice's own database: begun anew with every run of the app, as its world is. */
  readonly file: string;
  /** The service's, and its client's. */
  readonly clock: QuickClock;
  readonly label: () => string;
  readonly openEngine: (clock: Practice['clock']) => Engine;
};

export type PracticeRoom = {
  view(): Practice;
  /** Practice's engine, while somebody practises. */
  engine(): Engine | null;
  /** The engine that this account lives in, when it is the practice account. */
  engineOf(accountId: string): Engine | null;
  start(): Promise<Result<Account>>;
  leave(): Promise<Result<null>>;
  setTrouble(practice: Practice): Promise<Result<Practice>>;
  stop(): Promise<void>;
};

type Room = { readonly service: Service; readonly account: Account; engine: Engine };

/** The practice account: a GREEN-API in miniature on this computer, with an engine and data of its own. */
export function createPracticeRoom({ accounts, file, clock, label, openEngine }: PracticeRoomDeps): PracticeRoom {
  let chosen: Practice = { trouble: 'none', clock: 'fast' };
  let room: Room | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One thing after the other: a second click must not open a second room, nor leave one that is only opening. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = last.then(run, run);
    last = done;
    return done;
  }

  async function open(): Promise<Room> {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    clock.setSpeed(practiceSpeed[chosen.clock].service);
    const service = await createPractice({ seed: 1, clock, speed: clock.speed });
    const account = accounts.openPractice({ ...service, label: label() });
    try {
      return { service, account, engine: openEngine(chosen.clock) };
    } catch (error) {
      accounts.closePractice();
      await service.close();
      throw error;
    }
  }

  async function opened(): Promise<Room> {
    if (room) return room;
    room = await open();
    await room.engine.start();
    return room;
  }

  async function close(): Promise<void> {
    const closing = room;
    room = null;
    if (!closing) return;
    accounts.closePractice();
    await closing.engine.stop();
    await closing.service.close();
  }

  return {
    view: () => chosen,
    engine: () => room?.engine ?? null,
    engineOf: (accountId) => (room?.account.id === accountId ? room.engine : null),
    stop: () => inTurn(close),

    async start() {
      const { account } = await inTurn(opened);
      await accounts.choose({ accountId: account.id });
      return accounts.check({ accountId: account.id });
    },

    leave: () =>
      inTurn(async () => {
        await close();
        chosen = { ...chosen, trouble: 'none' };
        return ok(null);
      }),

    setTrouble: (practice) =>
      inTurn(async () => {
        const clockChanged = practice.clock !== chosen.clock;
        chosen = practice;
        if (room) {
          await room.service.faults.set(practice.trouble);
          if (clockChanged) {
            await room.engine.stop();
            clock.setSpeed(practiceSpeed[chosen.clock].service);
            room.engine = openEngine(practice.clock);
            await room.engine.start();
          }
        }
        return ok(chosen);
      }),
  };
}
