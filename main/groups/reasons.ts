import type { Failure } from '../../core/failure.ts';

/** Why jobs of a queue wait: as the last whole step found it. A reason for every job has the id `everyJob`. */
export type Reasons = {
  /** A step begins and knows nothing yet. */
  begin(): void;
  set(jobId: string, failure: Failure): void;
  /** The step is over; whether anything is different from before. */
  end(): boolean;
  /** What was shown so far holds no more. */
  forget(): void;
  of(jobId: string): Failure | null;
};

export const everyJob = '';

export function createReasons(): Reasons {
  let found = new Map<string, Failure>();
  let shown: ReadonlyMap<string, Failure> = found;

  return {
    begin() {
      found = new Map();
    },
    set(jobId, failure) {
      found.set(jobId, failure);
    },
    end() {
      const isNew = JSON.stringify([...shown]) !== JSON.stringify([...found]);
      shown = found;
      return isNew;
    },
    forget() {
      shown = new Map();
    },
    of: (jobId) => shown.get(jobId) ?? shown.get(everyJob) ?? null,
  };
}
