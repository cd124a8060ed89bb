import type { Clock } from '../../core/clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { type CallRecord, createLayers } from './layers.ts';
import { createRandom } from './random.ts';
import { openServer } from './server.ts';
import { createTroubles, type Troubles } from './troubles.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export type PracticeOptions = {
  /** The same seed makes the same token, people and ids. */
  readonly seed: number;
  readonly clock: Clock;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  readonly world?: WorldOptions;
};

/** GREEN-API in miniature on this computer. */
export type Practice = {
  readonly apiUrl: string;
  readonly idInstance: string;
  readonly apiTokenInstance: string;
  readonly world: World;
  readonly faults: Faults & Troubles;
  /** The last calls of methods, oldest first. What they did is in `world.effects`. */
  readonly calls: readonly CallRecord[];
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  close(): Promise<void>;
};

const callsKept = 10_000;

/** Opens the practice service on 127.0.0.1; it is ready when the promise is. */
export async function createPractice({ seed, clock, port = 0, world: options }: PracticeOptions): Promise<Practice> {
  const random = createRandom(seed, 'account');
  const idInstance = `7107${random.text('0123456789', 6)}`;
  const apiTokenInstance = random.text('0123456789abcdef', 50);
  const world = createWorld({ seed, clock }, options);
  const faults = createFaults();
  const calls: CallRecord[] = [];

  const handle = createLayers({
    idInstance,
    apiTokenInstance,
    world,
    clock,
    takeFault: faults.take,
    record: (call) => {
      calls.push(call);
      if (calls.length > callsKept) calls.shift();
    },
  });
  const server = await openServer({ port, clock, handle });

  return {
    apiUrl: `http://127.0.0.1:${server.port}`,
    idInstance,
    apiTokenInstance,
    world,
    calls,
    faults: { ...faults, ...createTroubles({ world, faults, server }) },
    goOffline: server.goOffline,
    goOnline: server.goOnline,
    close: server.close,
  };
}
