import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob, GroupRow, JobState, Member } from '../../core/group-job.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

type Found = Result<Answer<'groups.find'>, Failure>;
type Question = { readonly accountId: string; readonly text: string; readonly limit: number };

/** The record as it is read so far: the newest first, more as one scrolls. */
export type GroupList = {
  readonly text: ReadonlySignal<string>;
  /** Null until the first answer. */
  readonly rows: ReadonlySignal<readonly GroupRow[] | null>;
  readonly total: ReadonlySignal<number>;
  readonly failure: ReadonlySignal<Failure | null>;
  search(text: string): Promise<void>;
  /** Reads the next rows, if there are any. */
  more(): Promise<void>;
  /** A group has changed: its row follows, and the list is read again when its place may have changed. */
  changed(job: GroupJob): Promise<void>;
};

export type GroupListTools = {
  readonly api: Pick<Api, 'groups.find'>;
  readonly accountId: ReadonlySignal<string | null>;
};

export const rowsAtOnce = 60;
const rowsMax = 200;

export function createGroupList({ api, accountId }: GroupListTools): GroupList {
  const text = signal('');
  const rows = signal<readonly GroupRow[] | null>(null);
  const total = signal(0);
  const failure = signal<Failure | null>(null);
  let shown: Question | null = null;
  let readingMore = false;

  const latest = createLatest<Question, Found>(
    (question) => api['groups.find']({ ...question, offset: 0 }),
    (answer, question) => {
      failure.value = answer.ok ? null : answer.failure;
      if (!answer.ok) return;
      const sameList = shown?.accountId === question.accountId && shown.text === question.text;
      const tail = sameList && rows.peek() !== null ? (rows.peek() ?? []).slice(answer.value.rows.length) : [];
      shown = question;
      total.value = answer.value.total;
      rows.value = withoutRepeats([...answer.value.rows, ...tail]).slice(0, answer.value.total);
    },
  );

  async function read(limit: number): Promise<void> {
    const id = accountId.peek();
    if (id === null) {
      shown = null;
      total.value = 0;
      rows.value = [];
      return;
    }
    await latest({ accountId: id, text: text.peek(), limit });
  }

  return {
    text,
    rows,
    total,
    failure,
    async search(next) {
      text.value = next;
      await read(rowsAtOnce);
    },
    async more() {
      const before = rows.peek();
      const of = shown;
      if (readingMore || before === null || of === null || before.length >= total.peek()) return;
      readingMore = true;
      const answer = await api['groups.find']({ ...of, offset: before.length, limit: rowsAtOnce });
      readingMore = false;
      if (shown !== of) return;
      failure.value = answer.ok ? null : answer.failure;
      if (!answer.ok) return;
      total.value = answer.value.total;
      rows.value = withoutRepeats([...(rows.peek() ?? []), ...answer.value.rows]);
    },
    async changed(job) {
      const before = rows.peek();
      if (before === null || job.accountId !== accountId.peek()) return;
      const row = before.find(({ id }) => id === job.id);
      rows.value = before.map((each) => (each.id === job.id ? rowOf(job) : each));
      const keepsPlace = row !== undefined && needsCheck(row.state) === needsCheck(job.state);
      if (!keepsPlace) await read(Math.min(rowsMax, Math.max(rowsAtOnce, before.length)));
    },
  };
}

/** Whether it is not known if the group exists: such rows stand on top. */
export const needsCheck = (state: JobState): boolean => state.at === 'unknown';

/** A job as a line of the record. */
export function rowOf(job: GroupJob): GroupRow {
  const { members } = job.membership ?? {};
  const count = (at: Member['at']) => members?.filter((member) => member.at === at).length ?? null;
  return {
    id: job.id,
    name: job.name,
    state: job.state,
    askedAtMs: job.askedAtMs,
    startsAtMs: job.startsAtMs,
    people: job.people.length,
    in: count('in'),
    notYet: count('not-yet'),
  };
}

const withoutRepeats = (rows: readonly GroupRow[]): readonly GroupRow[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
