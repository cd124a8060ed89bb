import { z } from 'zod';
import { err, ok } from '../../core/result.ts';
import type { RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { numberRow } from './job-rows.ts';
import { readRows } from './run-rows.ts';
import { flat } from './sqlite-jobs.ts';

/** Whose turn it is among the rows of a run that wait, and what a person changes of their order. */
export function createRunTurns(database: Database): Pick<RunStore, 'moveRow' | 'next' | 'waitingIds'> {
  return {
    moveRow: async (runId, rowId, to) =>
      flat(
        database.write((sql) => {
          const row = sql.get(
            turnRow,
            "SELECT row_id, turn FROM run_rows WHERE run_id = ? AND row_id = ? AND wants = 'turn'",
            runId,
            rowId,
          );
          if (!row) return err({ code: 'too-late' });
          move(sql, runId, row, to);
          return ok(null);
        }),
      ),

    next: async (runId) =>
      database.read(
        (sql) => readRows(sql, "WHERE run_id = ? AND wants = 'turn' ORDER BY run_rows.turn LIMIT 1", runId)[0] ?? null,
      ),
    waitingIds: async (runId) =>
      database.read((sql) =>
        sql
          .all(
            numberRow,
            "SELECT row_id AS value FROM run_rows WHERE run_id = ? AND wants = 'turn' ORDER BY turn",
            runId,
          )
          .map(({ value }) => value),
      ),
  };
}

const turnRow = z.object({ row_id: z.number(), turn: z.number() });

function move(sql: Sql, runId: string, row: z.infer<typeof turnRow>, to: 'next' | 'up' | 'down' | 'last'): void {
  const setTurn = (rowId: number, turn: number) =>
    sql.run('UPDATE run_rows SET turn = ? WHERE run_id = ? AND row_id = ?', turn, runId, rowId);
  const waiting = "FROM run_rows WHERE run_id = ? AND wants = 'turn'";
  if (to === 'next' || to === 'last') {
    const far = to === 'next' ? 'min(turn) - 1' : 'max(turn) + 1';
    setTurn(row.row_id, sql.get(numberRow, `SELECT ${far} AS value ${waiting}`, runId)?.value ?? row.turn);
    return;
  }
  const beside = to === 'up' ? 'turn < ? ORDER BY turn DESC' : 'turn > ? ORDER BY turn';
  const other = sql.get(turnRow, `SELECT row_id, turn ${waiting} AND ${beside} LIMIT 1`, runId, row.turn);
  if (!other) return;
  setTurn(row.row_id, other.turn);
  setTurn(other.row_id, row.turn);
}
