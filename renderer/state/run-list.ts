import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { RunLine } from '../../core/group-run.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

/** The drafts and runs of the account, newest first. */
export type RunList = {
  /** Null until the first answer. */
  readonly lines: ReadonlySignal<readonly RunLine[] | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  read(): Promise<void>;
  /** Takes a draft away. */
  remove(runId: string): Promise<void>;
};

export type RunListTools = {
  readonly api: Pick<Api, 'runs.find' | 'runs.remove'>;
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
};

/** The contract's limit; nobody keeps more spreadsheets in view. */
const linesMax = 200;

export function createRunList({ api, listen, accountId }: RunListTools): RunList {
  const lines = signal<readonly RunLine[] | null>(null);
  const failure = signal<Failure | null>(null);

  const latest = createLatest<string, Result<Answer<'runs.find'>, Failure>>(
    (id) => api['runs.find']({ accountId: id, offset: 0, limit: linesMax }),
    (answer, id) => {
      if (id !== accountId.peek()) return;
      failure.value = answer.ok ? null : answer.failure;
      if (answer.ok) lines.value = answer.value.runs;
    },
  );

  async function read(): Promise<void> {
    const id = accountId.peek();
    if (id === null) lines.value = [];
    else await latest(id);
  }

  listen('runs.changed', (run) => {
    const before = lines.peek();
    if (before === null || run.accountId !== accountId.peek()) return;
    const isSame = before.some(({ id, state }) => id === run.id && state.at === run.state.at);
    lines.value = before.map((line) => (line.id === run.id ? run : line));
    if (!isSame) void read();
  });

  return {
    lines,
    failure,
    read,
    async remove(runId) {
      const id = accountId.peek();
      if (id === null) return;
      const answer = await api['runs.remove']({ accountId: id, runId });
      await read();
      if (!answer.ok) failure.value = answer.failure;
    },
  };
}
