import type { InstanceState } from '../../core/account.ts';
import type { Clock } from '../../core/clock.ts';
import type { Random } from './random.ts';

/** GREEN-API getAuthorizationCode: the code lives for about two and a half minutes. */
const codeLivesMs = 150_000;
/** GREEN-API qr: the code is renewed every 20 seconds. */
const qrLivesMs = 20_000;
/** Our phone is quicker than the service's five minutes, and slow enough to be seen. */
const startTakesMs = 5_000;

const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The instance and its phone: linked or not, starting, limited… */
export type Instance = {
  state(): InstanceState;
  /** Wall time in ms until which WhatsApp limits the number; null when it does not. */
  suspendedUntilMs(): number | null;
  /** Moves to `state` at once; `untilMs` (wall time) ends `suspended` by itself. */
  set(state: InstanceState, untilMs?: number | null): void;
  /** Restarts: `starting` for a few seconds, then what it was. */
  reboot(): void;
  /** The text inside the QR code that shows now. */
  qrText(): string;
  /** Asks for a pairing code and waits for it on the phone. */
  askCode(): string;
  /** The phone scans the QR code or types the pairing code. */
  link(): void;
  /** The phone links itself so long after the first QR code or pairing code is asked for; null: only `link` does. */
  linkItselfAfter(delayMs: number | null): void;
};

type Condition = {
  readonly state: InstanceState;
  /** What follows by itself, and when. */
  readonly next: { readonly when: () => boolean; readonly state: InstanceState } | null;
};

/** No timer runs: what is due has happened by the time somebody looks. */
export function createInstance({ clock, random }: { clock: Clock; random: Random }): Instance {
  let now: Condition = { state: 'authorized', next: null };
  let suspendedUntilMs: number | null = null;
  let linksItselfAfterMs: number | null = null;
  let firstAskedAt: number | null = null;
  const qrSecret = random.text(capitals, 20);

  const passed = (since: number, delayMs: number) => () => clock.monotonic() - since >= delayMs;

  function settle(): void {
    const asked = firstAskedAt;
    if (asked !== null && linksItselfAfterMs !== null && passed(asked, linksItselfAfterMs)()) link();
    if (now.next?.when()) now = { state: now.next.state, next: null };
  }

  function set(state: InstanceState, untilMs: number | null = null): void {
    firstAskedAt = null;
    suspendedUntilMs = state === 'suspended' ? untilMs : null;
    const ends = suspendedUntilMs;
    now = {
      state,
      next: ends === null ? null : { when: () => clock.now() >= ends, state: 'authorized' },
    };
  }

  const link = (): void => set('authorized');

  return {
    set,
    link,
    state: () => {
      settle();
      return now.state;
    },
    suspendedUntilMs: () => {
      settle();
      return now.state === 'suspended' ? suspendedUntilMs : null;
    },
    reboot: () => {
      settle();
      now = { state: 'starting', next: { when: passed(clock.monotonic(), startTakesMs), state: now.state } };
    },
    qrText: () => {
      firstAskedAt ??= clock.monotonic();
      return `2@${qrSecret},${Math.floor(clock.monotonic() / qrLivesMs)}`;
    },
    askCode: () => {
      firstAskedAt ??= clock.monotonic();
      now = { state: 'pendingCode', next: { when: passed(clock.monotonic(), codeLivesMs), state: 'notAuthorized' } };
      return random.text(capitals, 8);
    },
    linkItselfAfter: (delayMs) => {
      linksItselfAfterMs = delayMs;
    },
  };
}
