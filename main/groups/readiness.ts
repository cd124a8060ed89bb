import type { Failure } from '../../core/failure.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import { failureOfState, isOfTheAccount } from './attempt.ts';
import type { GroupsList } from './groups-list.ts';
import type { Job, Journal } from './journal.ts';
import type { Pauses } from './pauses.ts';
import type { Reasons } from './reasons.ts';
import type { SenderApi } from './sender-api.ts';

/** A job that could go, and the service it would go to. */
export type Ready = { readonly job: Job; readonly api: GreenApi };

/** What is asked of the service before a group is sent. A number is in how many ms to look again. */
export type Readiness = {
  /** Reads which groups there are. */
  readList(ready: Ready): Promise<number>;
  /** After a refusal that passes, or too many misses: the service says when to go on. */
  askState(ready: Ready): Promise<number>;
  /**
   * With nothing to send, the groups are read once a run all the same: then the time is known, and with it the pace.
   * False when that was done before.
   */
  warmUp(): Promise<boolean>;
};

type ReadinessDeps = {
  readonly sender: string;
  readonly journal: Pick<Journal, 'stop'>;
  readonly accounts: Pick<Accounts, 'report'>;
  readonly senderApi: SenderApi;
  readonly list: GroupsList;
  readonly pauses: Pauses;
  readonly reasons: Reasons;
};

export function createReadiness(deps: ReadinessDeps): Readiness {
  const { sender, journal, accounts, senderApi, list, pauses, reasons } = deps;
  let isWarm = false;

  function miss(job: Job, failure: Failure): number {
    if (isOfTheAccount(failure)) accounts.report(job.accountId, failure);
    pauses.afterMiss(failure);
    reasons.set(job.id, failure);
    return pauses.leftMs();
  }

  return {
    async readList({ job, api }) {
      const reading = await list.read(sender, api);
      if (reading.ok && reading.value.isClean) {
        pauses.afterRead();
        return 0;
      }
      return miss(job, reading.ok ? { code: 'stale-groups', lost: true } : reading.failure);
    },

    async askState({ job, api }) {
      const answer = await api.getStateInstance();
      if (!answer.ok) return miss(job, answer.failure.failure);
      const failure = failureOfState(answer.value);
      if (failure) accounts.report(job.accountId, failure);
      if (pauses.asked(failure)) return 0;
      if (failure) await journal.stop(sender, failure);
      return 0;
    },

    async warmUp() {
      if (isWarm) return false;
      isWarm = true;
      const api = await senderApi(sender);
      if (api) await list.read(sender, api);
      return true;
    },
  };
}
