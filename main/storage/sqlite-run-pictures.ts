import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '../../core/result.ts';
import type { RunPictures, RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { numberRow } from './job-rows.ts';
import { flat } from './sqlite-jobs.ts';

type PicturesPart = Pick<
  RunStore,
  'keepPicture' | 'namePictures' | 'pictures' | 'pictureBytes' | 'picture' | 'dropPictures'
>;

/** The pictures of runs: two hundred rows with the same one keep one copy. */
export function createRunPictures(database: Database): PicturesPart {
  return {
    keepPicture: async (jpeg) =>
      database.write((sql) => {
        const id = createHash('sha256').update(jpeg).digest('hex');
        sql.run('INSERT OR IGNORE INTO pictures (picture_id, jpeg) VALUES (?, ?)', id, jpeg);
        return id;
      }),

    namePictures: async (runId, pictures) =>
      flat(
        database.write((sql) => {
          const isThere = sql.get(numberRow, 'SELECT count(*) AS value FROM runs WHERE id = ?', runId)?.value === 1;
          if (!isThere) return err({ code: 'not-found' });
          writePictures(sql, runId, pictures);
          return ok(null);
        }),
      ),

    pictures: async (runId) =>
      database.read((sql) => {
        const named = sql.all(namedRow, 'SELECT name, picture_id FROM run_pictures WHERE run_id = ?', runId);
        return new Map(named.map(({ name, picture_id }) => [name, picture_id]));
      }),

    pictureBytes: async (runId) =>
      database.read(
        (sql) =>
          sql.get(
            numberRow,
            `SELECT total(length(jpeg)) AS value FROM pictures
             WHERE picture_id IN (SELECT picture_id FROM run_pictures WHERE run_id = ?)`,
            runId,
          )?.value ?? 0,
      ),

    picture: async (runId, name) =>
      database.read(
        (sql) =>
          sql.get(
            pictureRow,
            'SELECT jpeg FROM run_pictures JOIN pictures USING (picture_id) WHERE run_id = ? AND name = ?',
            runId,
            name,
          )?.jpeg ?? null,
      ),

    dropPictures: async () =>
      database.write((sql) => {
        sql.run('DELETE FROM pictures WHERE picture_id NOT IN (SELECT picture_id FROM run_pictures)');
        return null;
      }),
  };
}

export function writePictures(sql: Sql, runId: string, pictures: RunPictures): void {
  for (const [name, pictureId] of pictures) {
    sql.run('INSERT OR REPLACE INTO run_pictures (run_id, name, picture_id) VALUES (?, ?, ?)', runId, name, pictureId);
  }
}

const namedRow = z.object({ name: z.string(), picture_id: z.string() });
const pictureRow = z.object({ jpeg: z.instanceof(Uint8Array) });
