import { rmSync } from 'node:fs';
import type { Account } from '../core/account.ts';
import type { Clock } from '../core/clock.ts';
import type { Practice } from '../core/contract/events.ts';
import { ok, type Result } from '../core/result.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Engine } from './engine.ts';
import { createPractice, type Practice as Service } from './practice/practice.ts';

type PracticeRoomDeps = {
  readonly accounts: Accounts;
  /** Practice's own database: begun anew with every run of the app, as its world is. */
  readonly file: string;
  readonly clock: Clock;
  readonly label: () => string;
  readonly openEngine: (file: string, clock: Practice['clock']) => Promise<Engine>;
};

export type PracticeRoom = {
  view(): Practice;
  /** The engine of the practice account, while somebody practises. */
  engine(): Engine | null;
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

  async function open(): Promise<Room> {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    const service = await createPractice({ seed: 1, clock });
    const account = accounts.openPractice({ ...service, label: label() });
    return { service, account, engine: await openEngine(file, chosen.clock) };
  }

  async function stop(): Promise<void> {
    const closing = room;
    room = null;
    if (!closing) return;
    await closing.engine.stop();
    accounts.closePractice();
    await closing.service.close();
  }

  return {
    view: () => chosen,
    engine: () => room?.engine ?? null,
    stop,

    async start() {
      room ??= await open();
      await accounts.choose({ accountId: room.account.id });
      await accounts.check({ accountId: room.account.id });
      return ok(room.account);
    },

    async leave() {
      await stop();
      chosen = { ...chosen, trouble: 'none' };
      return ok(null);
    },

    async setTrouble(practice) {
      const clockChanged = practice.clock !== chosen.clock;
      chosen = practice;
      if (room) {
        room.service.faults.set(practice.trouble);
        if (clockChanged) {
          await room.engine.stop();
          room.engine = await openEngine(file, practice.clock);
        }
      }
      return ok(chosen);
    },
  };
}
