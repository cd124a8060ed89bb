import type { Person } from '../../core/contact.ts';
import { foldName } from '../../core/draft-rules.ts';
import type { JobState } from '../../core/group-job.ts';
import { type JobEvent, moveJob, newJobState } from '../../core/job-machine.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Job, Journal } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { findDuplicate, findDuplicates, keyOf } from './duplicates.ts';
import { numberRow, readJob, readJobs, textRow } from './job-rows.ts';
import { searchText } from './record-search.ts';
import { isItsTurn, settleRow, tieRow } from './row-ties.ts';

type JobsPart = Pick<
  Journal,
  | 'add'
  | 'duplicates'
  | 'requeue'
  | 'move'
  | 'rename'
  | 'addPeople'
  | 'job'
  | 'jobs'
  | 'queuedOf'
  | 'unchecked'
  | 'unnamed'
>;

/** The jobs of the record: asking for them and moving them. */
export function createJobs(database: Database): JobsPart {
  const change = (run: (sql: Sql) => Result<Job>): Promise<Result<Job>> => Promise.resolve(flat(database.write(run)));

  return {
    add: (job, guard) =>
      change((sql) => {
        const key = keyOf(job.name, job.people);
        if (job.row && !isItsTurn(sql, job.row)) return err({ code: 'too-late' });
        const duplicate = findDuplicate(sql, { ...job, key }, guard);
        if (duplicate) return err(duplicate);
        sql.run(
          `INSERT INTO jobs (id, account_id, sender, key, generation, name, folded, search, turn, asked_at_ms, state, from_phone)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          job.id,
          job.accountId,
          job.sender,
          key,
          nextGeneration(sql, job.sender, key),
          job.name,
          foldName(job.name),
          searchText(job.name, job.people, job.askedAtMs),
          nextTurn(sql),
          job.askedAtMs,
          JSON.stringify(newJobState),
          job.fromPhone,
        );
        addMembers(sql, job.id, job.people);
        if (job.row) tieRow(sql, job.row, job.id);
        return found(sql, job.id);
      }),

    duplicates: async (sender, groups, sinceMs) => database.read((sql) => findDuplicates(sql, sender, groups, sinceMs)),

    requeue: (jobId, { sender, name, people, fromPhone }, guard) =>
      change((sql) => {
        const job = readJob(sql, jobId);
        if (!job) return err({ code: 'not-found' });
        const state = moveJob(job.state, { is: 'requeued' });
        if (!state) return err({ code: 'too-late' });
        const key = keyOf(name, people);
        const isSame = key === keyOf(job.name, job.people) && sender === job.sender;
        // A person agreed to what was there when this was asked for. While it was refused, it hid none made since.
        const madeSinceMs = job.state.at === 'refused' ? Math.max(job.askedAtMs, guard.sinceMs) : undefined;
        const agreed = isSame ? { again: true, sinceMs: guard.sinceMs, madeSinceMs } : guard;
        const duplicate = findDuplicate(sql, { id: jobId, sender, key, name }, agreed);
        if (duplicate) return err(duplicate);
        if (!isSame) {
          sql.run(
            'UPDATE jobs SET sender = ?, key = ?, generation = ?, name = ?, folded = ?, search = ?, from_phone = ? WHERE id = ?',
            sender,
            key,
            nextGeneration(sql, sender, key),
            name,
            foldName(name),
            searchText(name, people, job.askedAtMs),
            fromPhone,
            jobId,
          );
          sql.run('DELETE FROM members WHERE job_id = ?', jobId);
          addMembers(sql, jobId, people);
        }
        sql.run('UPDATE jobs SET turn = ? WHERE id = ?', nextTurn(sql), jobId);
        setState(sql, jobId, state);
        settleRow(sql, jobId);
        return found(sql, jobId);
      }),

    move: (jobId, event) =>
      change((sql) => {
        const job = readJob(sql, jobId);
        return job ? moveIn(sql, job, event) : err({ code: 'not-found' });
      }),

    rename: (jobId, name) =>
      change((sql) => {
        const job = readJob(sql, jobId);
        if (!job) return err({ code: 'not-found' });
        sql.run(
          'UPDATE jobs SET name = ?, folded = ?, search = ? WHERE id = ?',
          name,
          foldName(name),
          searchText(`${name}\n${job.name}`, job.people, job.askedAtMs),
          jobId,
        );
        return found(sql, jobId);
      }),

    addPeople: (jobId, people) =>
      change((sql) => {
        const job = readJob(sql, jobId);
        if (!job) return err({ code: 'not-found' });
        addMembers(sql, jobId, people);
        const everybody = readJob(sql, jobId)?.people ?? [];
        sql.run('UPDATE jobs SET search = ? WHERE id = ?', searchText(job.name, everybody, job.askedAtMs), jobId);
        return found(sql, jobId);
      }),

    job: async (jobId) => database.read((sql) => readJob(sql, jobId)),
    jobs: async (sender, at) =>
      database.read((sql) => readJobs(sql, `WHERE sender = ? AND at = ? ORDER BY ${isOfRun}, turn`, sender, at)),
    queuedOf: async (accountId) =>
      database.read((sql) => readJobs(sql, "WHERE account_id = ? AND at = 'queued' ORDER BY turn", accountId)),

    unnamed: async (sender) =>
      database.read((sql) => readJobs(sql, "WHERE sender = ? AND at = 'created' AND chat_id IS NULL", sender)),

    unchecked: async (sinceMs) =>
      database.read((sql) =>
        readJobs(
          sql,
          "WHERE at = 'created' AND checked_at_ms IS NULL AND chat_id IS NOT NULL AND state ->> 'madeAtMs' >= ?",
          sinceMs,
        ),
      ),
  };
}

/** Whoever asked for a single group waits for it; a run has days. */
const isOfRun = 'EXISTS (SELECT 1 FROM run_rows WHERE job_id = jobs.id)';

/** Moves a job inside a transaction that is open already and has just read it; its link is kept when it is known now. */
export function moveIn<J extends Pick<Job, 'id' | 'sender' | 'state'>>(
  sql: Sql,
  job: J,
  event: JobEvent,
  link: string | null = null,
): Result<J> {
  const state = moveJob(job.state, event);
  if (!state) return err({ code: 'too-late' });
  const owner = 'chatId' in state ? ownerOf(sql, job.sender, state.chatId) : null;
  if (owner !== null && owner !== job.id) return err({ code: 'too-late' });
  if (link === null) setState(sql, job.id, state);
  else sql.run('UPDATE jobs SET state = ?, link = ? WHERE id = ?', JSON.stringify(state), link, job.id);
  return ok({ ...job, state, ...(link === null ? {} : { link }) });
}

/** The job that a group belongs to, or null. */
export const ownerOf = (sql: Sql, sender: string, chatId: string): string | null =>
  sql.get(textRow, 'SELECT id AS value FROM jobs WHERE sender = ? AND chat_id = ?', sender, chatId)?.value ?? null;

export const nextGeneration = (sql: Sql, sender: string, key: string): number =>
  sql.get(
    numberRow,
    'SELECT coalesce(max(generation) + 1, 0) AS value FROM jobs WHERE sender = ? AND key = ?',
    sender,
    key,
  )?.value ?? 0;

const nextTurn = (sql: Sql): number =>
  sql.get(numberRow, 'SELECT coalesce(max(turn), 0) + 1 AS value FROM jobs')?.value ?? 1;

const setState = (sql: Sql, jobId: string, state: JobState): number =>
  sql.run('UPDATE jobs SET state = ? WHERE id = ?', JSON.stringify(state), jobId);

function addMembers(sql: Sql, jobId: string, people: readonly Person[]): void {
  for (const { chatId, name, phone } of people) {
    sql.run(
      `INSERT INTO members (job_id, place, chat_id, name, phone)
       VALUES (?1, (SELECT count(*) FROM members WHERE job_id = ?1), ?2, ?3, ?4) ON CONFLICT DO NOTHING`,
      jobId,
      chatId,
      name,
      phone,
    );
  }
}

function found(sql: Sql, jobId: string): Result<Job> {
  const job = readJob(sql, jobId);
  return job ? ok(job) : err({ code: 'not-found' });
}

/** A write that answers with a result of its own. */
export const flat = <T>(result: Result<Result<T>>): Result<T> => (result.ok ? result.value : result);
