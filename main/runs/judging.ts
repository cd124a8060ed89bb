import { setImmediate } from 'node:timers/promises';
import { toPersonChatId } from '../../core/chat-id.ts';
import { normalizeName } from '../../core/draft-rules.ts';
import type { Extras } from '../../core/group-sheet.ts';
import { type Around, type AskedRow, type Judged, judgeRow, peopleOfRow } from '../../core/judge-row.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { People } from '../contacts/people.ts';
import type { Duplicate, Journal } from '../groups/journal.ts';

/** A row, and the line of the one before it that has the same name. */
export type RowToJudge = AskedRow & Pick<Around, 'sameNameAt'>;

export type JudgingDeps = {
  readonly journal: Pick<Journal, 'duplicates'>;
  readonly people: Pick<People, 'whoIsOff'>;
  readonly accounts: Pick<Accounts, 'phoneOf'>;
  /** The sender that an account belongs to. */
  readonly bind: (accountId: string) => Promise<Result<string>>;
  readonly now: () => number;
  /** How far back a group of the same name is one too many. */
  readonly duplicateMs: number;
};

/** Judges rows of an account by what is known of its groups and of its people. */
export type Judge = <R extends RowToJudge>(
  accountId: string,
  rows: readonly R[],
  extras: Pick<Extras, 'alwaysAdd' | 'admins'>,
) => Promise<Result<readonly (R & Judged)[]>>;

type Group = Parameters<Journal['duplicates']>[1][number];

const batchSize = 500;

export function createJudge({ journal, people, accounts, bind, now, duplicateMs }: JudgingDeps): Judge {
  async function existing(sender: string, groups: readonly Group[]): Promise<(Duplicate | null)[]> {
    const found: (Duplicate | null)[] = [];
    for (let start = 0; start < groups.length; start += batchSize) {
      const batch = groups.slice(start, start + batchSize);
      found.push(...(await journal.duplicates(sender, batch, now() - duplicateMs)));
      await setImmediate();
    }
    return found;
  }

  return async (accountId, rows, extras) => {
    const sender = await bind(accountId);
    if (!sender.ok) return sender;
    const phone = accounts.phoneOf(accountId);
    const ownChatId = phone === null ? null : toPersonChatId(phone);
    const groups = rows.map((row) => ({
      name: normalizeName(row.name),
      people: peopleOfRow(row.entries, extras, ownChatId),
      again: row.again,
    }));
    const isOff = await people.whoIsOff(accountId);
    const duplicates = await existing(sender.value, groups);
    return ok(
      rows.map((row, place) => {
        const { sameNameAt } = row;
        const around = {
          ownChatId,
          sameNameAt,
          people: groups[place]?.people ?? [],
          exists: existsOf(duplicates[place]),
        };
        return { ...row, ...judgeRow(row, { ...around, isOff }) };
      }),
    );
  };
}

function existsOf(duplicate: Duplicate | null | undefined): Around['exists'] {
  if (!duplicate) return null;
  const { exact, state, jobId, madeAtMs } = duplicate;
  return { exact, state, jobId, madeAtMs };
}
