import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Refusal } from './dropped-file.ts';
import { createLatest } from './latest.ts';

/** `B` is what else is done with a file of this kind. */
export type FileBusy<B> = 'choosing' | 'opening' | 'reading' | B;

/** What went wrong last; `at` says beside what it is said. */
export type FileTrouble<B> =
  | { readonly at: 'opening'; readonly why: Failure | Refusal }
  | { readonly at: 'reading' | B; readonly why: Failure };

/** A file that main has opened: looked at, read otherwise, let go of. `P` is what it gives, `R` how it is read. */
export type OpenedFile<P, R, B> = {
  /** Null at the door. */
  readonly preview: ReadonlySignal<P | null>;
  /** A reading that is asked for and not answered yet: the screen shows it at once. */
  readonly asked: ReadonlySignal<R | null>;
  readonly busy: ReadonlySignal<FileBusy<B> | null>;
  readonly trouble: ReadonlySignal<FileTrouble<B> | null>;
  /** The newest file wins; what was open stays until another one is. */
  open(
    how: 'choosing' | 'opening',
    ask: (accountId: string) => Promise<Result<P | null, Failure | Refusal>>,
  ): Promise<void>;
  mayRead(): boolean;
  /** Reads the opened file in another way; of quick changes only the newest. */
  read(reading: R): Promise<void>;
  /** One thing at a time with the opened file; a failure stands beside it. */
  act<T>(at: B, call: (accountId: string, fileId: string) => Promise<Result<T, Failure>>): Promise<T | null>;
  /** Lets go of the opened file. */
  letGo(): void;
  /** The same, also of the one that is being opened. */
  drop(): void;
};

type OpenedFileTools<P, R> = {
  readonly accountId: ReadonlySignal<string | null>;
  readonly idOf: (preview: P) => string;
  readonly readAgain: (accountId: string, fileId: string, reading: R) => Promise<Result<P, Failure>>;
  readonly letGo: (accountId: string, fileId: string) => unknown;
  /** Another file is shown from now on. */
  readonly onOpened?: (preview: P) => void;
};

type Again<R> = { readonly accountId: string; readonly fileId: string; readonly reading: R };

export function createOpenedFile<P, R, B extends string>(tools: OpenedFileTools<P, R>): OpenedFile<P, R, B> {
  const { accountId, idOf } = tools;
  const preview = signal<P | null>(null);
  const asked = signal<R | null>(null);
  const busy = signal<FileBusy<B> | null>(null);
  const trouble = signal<FileTrouble<B> | null>(null);
  let opening = 0;

  const isFree = (...but: readonly FileBusy<B>[]) => busy.peek() === null || but.some((each) => each === busy.peek());

  function letGoOf(file: P | null): void {
    const id = accountId.peek();
    if (id !== null && file !== null) void tools.letGo(id, idOf(file));
  }

  function show(next: P): void {
    letGoOf(preview.peek());
    asked.value = null;
    busy.value = null;
    tools.onOpened?.(next);
    preview.value = next;
  }

  function letGo(): void {
    const before = preview.peek();
    preview.value = null;
    letGoOf(before);
  }

  const again = createLatest<Again<R>, Result<P, Failure>>(
    (question) => tools.readAgain(question.accountId, question.fileId, question.reading),
    (answer, { fileId }) => {
      const now = preview.peek();
      if (now === null || idOf(now) !== fileId) return;
      asked.value = null;
      if (busy.peek() === 'reading') busy.value = null;
      if (answer.ok) preview.value = answer.value;
      else trouble.value = { at: 'reading', why: answer.failure };
    },
  );

  return {
    preview,
    asked,
    busy,
    trouble,
    async open(how, ask) {
      const id = accountId.peek();
      // A newer file may take the place of one on its way.
      if (id === null || !isFree('opening', 'reading')) return;
      opening += 1;
      const mine = opening;
      busy.value = how;
      trouble.value = null;
      const answer = await ask(id);
      if (mine !== opening) {
        if (answer.ok) letGoOf(answer.value);
        return;
      }
      busy.value = asked.peek() ? 'reading' : null;
      if (!answer.ok) trouble.value = { at: 'opening', why: answer.failure };
      else if (answer.value) show(answer.value);
    },
    mayRead: () => accountId.peek() !== null && preview.peek() !== null && isFree('reading'),
    async read(reading) {
      const id = accountId.peek();
      const now = preview.peek();
      if (id === null || now === null || !isFree('reading')) return;
      asked.value = reading;
      busy.value = 'reading';
      trouble.value = null;
      await again({ accountId: id, fileId: idOf(now), reading });
    },
    async act(at, call) {
      const id = accountId.peek();
      const now = preview.peek();
      if (id === null || now === null || !isFree()) return null;
      busy.value = at;
      trouble.value = null;
      const answer = await call(id, idOf(now));
      busy.value = null;
      if (!answer.ok) trouble.value = { at, why: answer.failure };
      return answer.ok ? answer.value : null;
    },
    letGo,
    drop() {
      opening += 1;
      busy.value = null;
      trouble.value = null;
      asked.value = null;
      letGo();
    },
  };
}
