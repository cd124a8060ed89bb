import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';

/** One thing that was done and can be taken back. */
export type UndoStep = () => Promise<Result<unknown, Failure>>;

/** What was done to people, the last of it first to be taken back. */
export type PeopleUndo = {
  readonly failure: ReadonlySignal<Failure | null>;
  push(step: UndoStep): void;
  /** Takes one step back, the last one unless another is named. False when there is none or it did not go. */
  takeBack(step?: UndoStep): Promise<boolean>;
  /** Another account: nothing of the old one can be taken back here. */
  forget(): void;
  dismiss(): void;
};

const stepsKept = 50;

export function createPeopleUndo(): PeopleUndo {
  const failure = signal<Failure | null>(null);
  let steps: readonly UndoStep[] = [];

  return {
    failure,
    push(step) {
      steps = [...steps, step].slice(-stepsKept);
    },
    async takeBack(step = steps.at(-1)) {
      if (!step || !steps.includes(step)) return false;
      steps = steps.filter((other) => other !== step);
      const answer = await step();
      failure.value = answer.ok ? null : answer.failure;
      return answer.ok;
    },
    forget() {
      steps = [];
      failure.value = null;
    },
    dismiss() {
      failure.value = null;
    },
  };
}
