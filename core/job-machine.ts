import type { Failure } from './failure.ts';
import type { Candidate, JobState, Search } from './group-job.ts';

type Unknown = Extract<JobState, { at: 'unknown' }>;

/** Everything that can happen to a group job. Times are wall time in ms. */
export type JobEvent =
  /** An attempt is written down; the socket may open now. */
  | { readonly is: 'begun'; readonly atMs: number }
  /** Nothing was sent, or the service refused for a reason that passes: the group waits for another attempt. */
  | { readonly is: 'put-back' }
  | { readonly is: 'refused'; readonly failure: Failure; readonly atMs: number }
  /** The service answered with the group. An answer may come after its attempt was given up as unknown. */
  | { readonly is: 'answered'; readonly chatId: string; readonly atMs: number }
  /** The attempt ended without proof of anything. */
  | {
      readonly is: 'lost';
      readonly failure: Failure;
      readonly sentAtMs: number;
      readonly atMs: number;
      readonly nextReadAtMs: number;
    }
  /** Somebody looks for it from now on, or goes on looking. */
  | { readonly is: 'searched'; readonly search: Search }
  /** The groups were read once more and did not settle it. */
  | {
      readonly is: 'read';
      readonly reading: Pick<Unknown, 'reads' | 'nextReadAtMs' | 'candidates' | 'search' | 'mayDeny'>;
    }
  /** Reading found the one group that it must be. */
  | { readonly is: 'found'; readonly group: Candidate; readonly atMs: number }
  /** A person says it exists; `chatId` is empty when nobody knows which it is. */
  | { readonly is: 'confirmed'; readonly chatId: string; readonly atMs: number }
  /** Which group it is came to light, for one that a person vouched for. */
  | { readonly is: 'named'; readonly chatId: string }
  /** A person says it does not exist: it may be sent again. */
  | { readonly is: 'denied'; readonly lookedOnPhone: boolean }
  | { readonly is: 'held' }
  /** A person sends a refused or held group back into the queue. */
  | { readonly is: 'requeued' }
  | { readonly is: 'cancelled'; readonly atMs: number };

export const newJobState: JobState = { at: 'queued', waiting: null, held: false };

/** The only way from one state to the next; null when the event does not belong to the state. */
export function moveJob(state: JobState, event: JobEvent): JobState | null {
  switch (state.at) {
    case 'queued':
      return fromQueued(state, event);
    case 'sending':
      return fromSending(event);
    case 'unknown':
      return fromUnknown(state, event);
    case 'refused':
      return event.is === 'requeued' ? newJobState : null;
    case 'created':
      return event.is === 'named' && state.chatId === '' ? { ...state, chatId: event.chatId } : null;
    case 'cancelled':
      return null;
  }
}

function fromQueued(state: Extract<JobState, { at: 'queued' }>, event: JobEvent): JobState | null {
  if (event.is === 'begun') return state.held ? null : { at: 'sending', sinceMs: event.atMs };
  if (event.is === 'held') return { ...state, held: true };
  if (event.is === 'requeued') return newJobState;
  if (event.is === 'cancelled') return { at: 'cancelled', atMs: event.atMs };
  return null;
}

function fromSending(event: JobEvent): JobState | null {
  if (event.is === 'put-back') return newJobState;
  if (event.is === 'refused') return { at: 'refused', failure: event.failure, atMs: event.atMs };
  if (event.is === 'answered') {
    return { at: 'created', chatId: event.chatId, madeAtMs: event.atMs, how: 'answered' };
  }
  if (event.is !== 'lost') return null;
  const { failure, sentAtMs, atMs, nextReadAtMs } = event;
  const verdict = { at: 'unknown', failure, sentAtMs, sinceMs: atMs } as const;
  return { ...verdict, reads: 0, nextReadAtMs, candidates: [], search: null, mayDeny: 'no' };
}

function fromUnknown(state: Unknown, event: JobEvent): JobState | null {
  switch (event.is) {
    case 'searched':
      return { ...state, search: event.search };
    case 'read':
      return { ...state, ...event.reading };
    case 'answered':
      return { at: 'created', chatId: event.chatId, madeAtMs: event.atMs, how: 'answered' };
    case 'found': {
      const { chatId, createdAtMs } = event.group;
      return { at: 'created', chatId, madeAtMs: createdAtMs ?? event.atMs, how: 'found' };
    }
    case 'confirmed':
      return { at: 'created', chatId: event.chatId, madeAtMs: state.sentAtMs, how: 'confirmed' };
    case 'denied':
      return mayBeDenied(state, event.lookedOnPhone) ? newJobState : null;
    default:
      return null;
  }
}

const mayBeDenied = ({ mayDeny }: Unknown, lookedOnPhone: boolean): boolean =>
  mayDeny === 'yes' || (mayDeny === 'look-first' && lookedOnPhone);
