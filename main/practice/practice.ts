import type { Clock } from '../../core/clock.ts';
import { createControl } from './control.ts';
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
  /** How many times as fast as the computer's own time `clock` runs; nothing: it is that time. */
  readonly speed?: () => number;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  readonly world?: WorldOptions;
  /** Whether `/practice/…` is served, by which another process looks and steers. */
  readonly control?: boolean;
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
  /** Nobody can connect until `goOnline`. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Begins anew: the world as the seed makes it, no troubles, no calls. */
  reset(): void;
  close(): Promise<void>;
};

const callsKept = 10_000;

/** Opens the practice service on 127.0.0.1; it is ready when the promise is. */
export async function createPractice(options: PracticeOptions): Promise<Practice> {
  const { seed, clock, speed } = options;
  const random = createRandom(seed, 'account');
  const idInstance = `7107${random.text('0123456789', 6)}`;
  const apiTokenInstance = random.text('0123456789abcdef', 50);

  const begin = () => {
    const world = createWorld({ seed, clock }, options.world);
    const faults = createFaults();
    const calls: CallRecord[] = [];
    const record = (call: CallRecord): void => {
      calls.push(call);
      if (calls.length > callsKept) calls.shift();
    };
    const handle = createLayers({ idInstance, apiTokenInstance, world, clock, speed, takeFault: faults.take, record });
    return { world, faults, calls, handle };
  };

  let now = begin();
  const reset = (): void => {
    now = begin();
  };
  const control = options.control ? createControl({ now: () => now, reset }) : null;
  const server = await openServer({
    port: options.port ?? 0,
    clock,
    handle: (call) => control?.(call) ?? now.handle(call),
  });

  return {
    apiUrl: `http://127.0.0.1:${server.port}`,
    idInstance,
    apiTokenInstance,
    get world() {
      return now.world;
    },
    get faults() {
      return { ...now.faults, ...createTroubles({ world: now.world, faults: now.faults, server }) };
    },
    get calls() {
      return now.calls;
    },
    goOffline: server.goOffline,
    goOnline: server.goOnline,
    reset,
    close: server.close,
  };
}
