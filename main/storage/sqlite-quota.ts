import { z } from 'zod';
import { failureSchema } from '../../core/failure.ts';
import type { QuotaStore } from '../runs/allowance.ts';
import type { Database } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';

const refusalRow = z.object({ failure: jsonColumn(failureSchema), ended_at_ms: z.number() });

/** What refusals in the record tell of an account's allowance. */
export const createSqliteQuota = (database: Database): QuotaStore => ({
  lastQuota: async (accountId, sinceMs) =>
    database.read((sql) => {
      const last = sql.get(
        refusalRow,
        `SELECT attempts.failure, ended_at_ms FROM attempts JOIN jobs ON jobs.id = job_id
         WHERE account_id = ? AND attempts.failure ->> 'code' = 'quota' AND ended_at_ms IS NOT NULL
         ORDER BY attempts.id DESC LIMIT 1`,
        accountId,
      );
      if (last?.failure.code !== 'quota' || last.failure.total === null) return null;
      const sent = sql.get(
        numberRow,
        `SELECT count(*) AS value FROM attempts JOIN jobs ON jobs.id = job_id
         WHERE account_id = ? AND server_ms >= ? AND coalesce(outcome, 'unknown') IN ('created', 'unknown')`,
        accountId,
        sinceMs,
      );
      const { total, resetsAtMs } = last.failure;
      return { total, resetsAtMs, saidAtMs: last.ended_at_ms, sent: sent?.value ?? 0 };
    }),
});
