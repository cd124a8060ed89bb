import { computed, signal } from '@preact/signals';
import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';

type LinkPhoneDeps = {
  readonly api: Pick<Api, 'accounts.readQr' | 'accounts.askPairingCode' | 'accounts.check'>;
  readonly clock: Clock;
  readonly accountId: string;
};

export type LinkPhoneState = ReturnType<typeof createLinkPhone>;

const pollMs = 5_000;
const tickMs = 1_000;
/** GREEN-API qr: the picture is renewed every 20 seconds. */
const qrLifeMs = 20_000;

/** Nothing comes of asking again until a person has changed something. */
const hopeless: ReadonlySet<Failure['code']> = new Set([
  'wrong-account',
  'wrong-address',
  'token-missing',
  'not-found',
]);

/** Linking by QR code or by a code to type. It asks only between `start` and `stop`: while somebody looks. */
export function createLinkPhone({ api, clock, accountId }: LinkPhoneDeps) {
  const way = signal<'qr' | 'code'>('qr');
  const qr = signal<{ readonly png: string; readonly sinceMs: number } | null>(null);
  const pairing = signal<{ readonly code: string; readonly untilMs: number } | null>(null);
  const isAsking = signal(false);
  /** Why no code to type came; polling does not wipe it. */
  const pairingFailure = signal<Failure | null>(null);
  const failure = signal<Failure | null>(null);
  const isLinked = signal(false);
  const now = signal(clock.now());
  let run = 0;
  let cancelPoll = () => {};
  let cancelTick = () => {};

  function start(): void {
    stop();
    tick();
    void poll(run);
  }

  function stop(): void {
    run += 1;
    cancelPoll();
    cancelTick();
  }

  function tick(): void {
    now.value = clock.now();
    cancelTick = clock.after(tickMs, tick);
  }

  async function poll(mine: number): Promise<void> {
    const failed = way.value === 'qr' ? await readQr(mine) : await readState();
    if (mine !== run || isLinked.value) return;
    failure.value = failed;
    if (failed && hopeless.has(failed.code)) return;
    cancelPoll = clock.after(failed?.code === 'too-fast' ? Math.max(failed.waitMs, pollMs) : pollMs, () => {
      void poll(mine);
    });
  }

  async function readQr(mine: number): Promise<Failure | null> {
    const answer = await api['accounts.readQr']({ accountId });
    if (!answer.ok) return answer.failure;
    if (answer.value.at === 'linked') await readState(true);
    if (mine !== run) return null;
    if (answer.value.at === 'qr' && answer.value.png !== qr.value?.png) {
      now.value = clock.now();
      qr.value = { png: answer.value.png, sinceMs: now.value };
    }
    return null;
  }

  /** The account's state tells that the phone is linked, whichever way it was done. */
  async function readState(isKnown = false): Promise<Failure | null> {
    const answer = await api['accounts.check']({ accountId });
    const state = answer.ok ? answer.value.state : null;
    if (isKnown || (state?.at === 'checked' && state.state === 'authorized')) {
      isLinked.value = true;
      stop();
    }
    return answer.ok ? null : answer.failure;
  }

  async function askCode(phone: string): Promise<void> {
    isAsking.value = true;
    const answer = await api['accounts.askPairingCode']({ accountId, phone });
    isAsking.value = false;
    pairing.value = answer.ok ? answer.value : null;
    pairingFailure.value = answer.ok ? null : answer.failure;
    now.value = clock.now();
  }

  function choose(chosen: 'qr' | 'code'): void {
    way.value = chosen;
    qr.value = null;
    failure.value = null;
    pairingFailure.value = null;
    start();
  }

  return {
    way,
    qr,
    pairing,
    isAsking,
    pairingFailure,
    failure,
    isLinked,
    /** Until the next picture is due; 0 when it is late. */
    qrLeftMs: computed(() => (qr.value ? Math.max(0, qr.value.sinceMs + qrLifeMs - now.value) : 0)),
    /** How long the code to type is still good. */
    codeLeftMs: computed(() => (pairing.value ? Math.max(0, pairing.value.untilMs - now.value) : 0)),
    start,
    stop,
    choose,
    askCode,
  };
}
