import type { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Sql } from './database.ts';
import { isFull } from './sqlite-codes.ts';

type Transactions = {
  write<T>(run: (sql: Sql) => T): Result<T, Failure>;
  writeInSteps(stepsOf: (sql: Sql) => Iterable<unknown>): Promise<Result<null, Failure>>;
  /** The database is about to be closed: what is not finished is as if it had never begun. */
  leave(): void;
};

type LongWrite = {
  /** Takes one step, or all that are left. */
  goOn(howFar: 'a step' | 'to the end'): void;
  leave(): void;
};

/** The transactions of a database: one at a time, each whole or not at all. */
export function createTransactions(db: DatabaseSync, sql: Sql): Transactions {
  let long: LongWrite | null = null;

  function undone(error: unknown): Result<never, Failure> {
    if (db.isTransaction) db.exec('ROLLBACK');
    if (isFull(error)) return err({ code: 'disk-full' });
    throw error;
  }

  function write<T>(run: (sql: Sql) => T): Result<T, Failure> {
    long?.goOn('to the end');
    try {
      sql.run('BEGIN IMMEDIATE');
      const value = run(sql);
      sql.run('COMMIT');
      return ok(value);
    } catch (error) {
      return undone(error);
    }
  }

  function beginLong(steps: Iterator<unknown>, settle: (outcome: () => Result<null, Failure>) => void): LongWrite {
    const end = (outcome: () => Result<null, Failure>) => {
      long = null;
      settle(outcome);
    };
    return {
      goOn(howFar) {
        try {
          if (!db.isTransaction) sql.run('BEGIN IMMEDIATE');
          let step = steps.next();
          while (!step.done && howFar === 'to the end') step = steps.next();
          if (!step.done) return;
          sql.run('COMMIT');
          end(() => ok(null));
        } catch (error) {
          end(() => undone(error));
        }
      },
      leave: () => end(() => err({ code: 'too-late' })),
    };
  }

  return {
    write,
    writeInSteps(stepsOf) {
      long?.goOn('to the end');
      return new Promise((resolve, reject) => {
        const mine = beginLong(stepsOf(sql)[Symbol.iterator](), (outcome) => {
          try {
            resolve(outcome());
          } catch (error) {
            reject(error);
          }
        });
        long = mine;
        const turn = () => {
          if (long !== mine) return;
          mine.goOn('a step');
          setImmediate(turn);
        };
        turn();
      });
    },
    leave: () => long?.leave(),
  };
}
