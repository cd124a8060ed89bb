import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { digitsOf } from '../../../core/chat-id.ts';
import { createPractice, type Practice } from '../../../main/practice/practice.ts';
import { createHurriedClock } from '../../support/hurried-clock.ts';
import { openProxy } from '../../support/local-servers.ts';
import { openRelay } from '../../support/relay.ts';
import { type Children, createChildren } from './children.ts';
import type { Life } from './engine-child.ts';

/** Five minutes take 0.3 s. */
export const factor = 1000;
const minute = 60_000;

export const ways = ['plain', 'tls', 'tunnel'] as const;
export type Way = (typeof ways)[number];

/** Where engines are killed: one service, the ways to it, and a folder for the records. */
export type Field = {
  readonly children: Children;
  readonly practice: Practice;
  /** The service forgets everything; one group stays known, as on any phone. */
  reset(): void;
  life(of: Pick<Life, 'file' | 'names' | 'byRun' | 'paceMs' | 'rule'> & { readonly way: Way }): Life;
  /** Calls once, as the next CreateGroup comes by, whatever its way; the answer takes that back. */
  onCreate(act: () => void): () => void;
  newFile(): string;
  close(): Promise<void>;
};

/** Opens fields for as long as it takes; each may have an engine of its own at the same time. */
export async function withFields<T>(
  count: number,
  use: (fields: readonly [Field, ...Field[]]) => Promise<T>,
): Promise<T> {
  const children = await createChildren();
  const first = await openField(children);
  const more: Field[] = [];
  while (more.length < count - 1) more.push(await openField(children));
  try {
    return await use([first, ...more]);
  } finally {
    await children.close();
    for (const field of [first, ...more]) await field.close();
  }
}

async function openField(children: Children): Promise<Field> {
  const startMs = Date.now();
  const practice = await createPractice({ seed: 3, clock: createHurriedClock(factor, startMs) });
  const port = Number(new URL(practice.apiUrl).port);
  const plain = await openRelay(port, 'plain');
  const tls = await openRelay(port, 'tls');
  const proxy = await openProxy();
  const folder = mkdtempSync(path.join(tmpdir(), 'field-'));
  let files = 0;

  const reset = (): void => {
    practice.reset();
    practice.world.calls.createGroup('Known before', []);
    practice.world.lag.contactsMs = 2 * minute;
  };
  reset();

  return {
    ...{ children, practice, reset },
    life({ way, ...of }) {
      const { idInstance, apiTokenInstance } = practice;
      const apiUrl = way === 'plain' ? `http://127.0.0.1:${plain.port}` : `https://127.0.0.1:${tls.port}`;
      return {
        ...{ ...of, factor, startMs },
        sender: digitsOf(practice.world.me.chatId),
        service: { apiUrl, idInstance, apiTokenInstance },
        proxy: way === 'tunnel' ? `http://127.0.0.1:${proxy.port}` : null,
      };
    },
    onCreate(act) {
      const take = [plain.onCreate(once), tls.onCreate(once)];
      const back = (): void => {
        for (const one of take) one();
      };
      function once(): void {
        back();
        act();
      }
      return back;
    },
    newFile() {
      files += 1;
      return path.join(folder, `record-${files}.db`);
    },
    async close() {
      for (const server of [plain, tls, proxy]) server.close();
      await practice.close();
      rmSync(folder, { recursive: true });
    },
  };
}
