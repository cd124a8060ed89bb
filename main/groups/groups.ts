import type { Api } from '../../core/contract/calls.ts';
import type { Feeding } from './feeding.ts';
import type { SenderStanding } from './view.ts';

type Calls =
  | 'create'
  | 'find'
  | 'show'
  | 'cancel'
  | 'requeue'
  | 'look'
  | 'decide'
  | 'goOn'
  | 'beginAnew'
  | 'check'
  | 'saveAndAdd'
  | 'addPeople'
  | 'sendLink'
  | 'rename'
  | 'makeAdmin';

/** The groups of a set of accounts: asking, sending one at a time, looking for what is unknown, and the record. */
export type Groups = { readonly [C in Calls]: Api[`groups.${C}`] } & {
  /** For runs, which put one row after the other into the queue. */
  readonly feeding: Feeding;
  queue(accountId: string): Promise<SenderStanding>;
  /** `open`: being sent or unknown. */
  openJobs(accountId: string): Promise<{ open: number; queued: number }>;
  cancelQueued(accountId: string): Promise<void>;
  /** What an earlier run left open becomes unknown; then the queues begin. */
  start(): Promise<void>;
  /** The network is back, the computer awake, an account checked, a setting changed. */
  wake(): void;
  /** Nothing new is sent. What is on the wire may end, or is found open at the next start. */
  stop(): Promise<void>;
};
