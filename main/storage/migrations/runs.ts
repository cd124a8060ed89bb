/** Version 4: runs with their rows and figures, what is done after a group was made, and help for who is missing. */
export const runs = `
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  sender TEXT,
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  started_at_ms INTEGER,
  state TEXT NOT NULL,
  at TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'at') STORED,
  plan TEXT NOT NULL,
  extras TEXT NOT NULL,
  refusals INTEGER NOT NULL DEFAULT 0,
  results_file TEXT,
  -- Null: they are final, or the run goes on. -1: to be written. Else how many groups were open when they were written.
  results_open INTEGER
) STRICT;
CREATE INDEX runs_by_account ON runs (account_id, made_at_ms);
CREATE INDEX runs_by_state ON runs (at);
CREATE INDEX runs_with_results ON runs (id) WHERE results_open IS NOT NULL;

-- A picture is kept once, under the hash of what is in it.
CREATE TABLE pictures (picture_id TEXT PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE run_pictures (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  picture_id TEXT NOT NULL REFERENCES pictures (picture_id),
  PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_by_picture ON run_pictures (picture_id);

CREATE TABLE run_rows (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  row_id INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  search TEXT NOT NULL,
  entries TEXT NOT NULL,
  people INTEGER NOT NULL,
  extras TEXT NOT NULL,
  verdict TEXT NOT NULL,
  problems TEXT NOT NULL,
  again INTEGER NOT NULL DEFAULT 0,
  wants TEXT NOT NULL DEFAULT 'no',
  failure TEXT,
  job_id TEXT UNIQUE REFERENCES jobs (id),
  job_at TEXT,
  repairs INTEGER NOT NULL,
  not_yet INTEGER NOT NULL DEFAULT 0,
  steps_left INTEGER NOT NULL DEFAULT 0,
  steps_failed INTEGER NOT NULL DEFAULT 0,
  bucket TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN wants = 'turn' THEN 'waiting'
    WHEN wants = 'word' THEN 'duplicate'
    WHEN wants = 'skipped' OR job_at = 'cancelled' THEN 'skipped'
    ELSE coalesce(job_at, verdict) END) STORED,
  needs_person INTEGER NOT NULL GENERATED ALWAYS AS (
    wants = 'word' OR wants = 'no' AND coalesce(job_at, verdict) IN ('unknown', 'refused', 'to-fix', 'duplicate')) STORED,
  PRIMARY KEY (run_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rows_by_turn ON run_rows (run_id, wants, turn);
CREATE INDEX rows_on_screen ON run_rows (run_id, needs_person DESC, turn, bucket);

-- The sums of a run, so that showing it costs the same with five thousand rows as with five.
CREATE TABLE run_sums (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  bucket TEXT NOT NULL,
  rows INTEGER NOT NULL,
  people INTEGER NOT NULL,
  repairs INTEGER NOT NULL,
  repair_rows INTEGER NOT NULL,
  not_yet INTEGER NOT NULL,
  not_yet_rows INTEGER NOT NULL,
  steps_failed INTEGER NOT NULL,
  PRIMARY KEY (run_id, bucket)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER row_added AFTER INSERT ON run_rows BEGIN
  INSERT INTO run_sums VALUES (new.run_id, new.bucket, 1, new.people, new.repairs, new.repairs > 0,
    new.not_yet, new.not_yet > 0, new.steps_failed)
  ON CONFLICT (run_id, bucket) DO UPDATE SET rows = rows + 1, people = people + excluded.people,
    repairs = repairs + excluded.repairs, repair_rows = repair_rows + excluded.repair_rows,
    not_yet = not_yet + excluded.not_yet, not_yet_rows = not_yet_rows + excluded.not_yet_rows,
    steps_failed = steps_failed + excluded.steps_failed;
END;
CREATE TRIGGER row_changed AFTER UPDATE OF wants, verdict, job_at, people, repairs, not_yet, steps_failed ON run_rows
BEGIN
  UPDATE run_sums SET rows = rows - 1, people = people - old.people, repairs = repairs - old.repairs,
    repair_rows = repair_rows - (old.repairs > 0), not_yet = not_yet - old.not_yet,
    not_yet_rows = not_yet_rows - (old.not_yet > 0), steps_failed = steps_failed - old.steps_failed
  WHERE run_id = old.run_id AND bucket = old.bucket;
  INSERT INTO run_sums VALUES (new.run_id, new.bucket, 1, new.people, new.repairs, new.repairs > 0,
    new.not_yet, new.not_yet > 0, new.steps_failed)
  ON CONFLICT (run_id, bucket) DO UPDATE SET rows = rows + 1, people = people + excluded.people,
    repairs = repairs + excluded.repairs, repair_rows = repair_rows + excluded.repair_rows,
    not_yet = not_yet + excluded.not_yet, not_yet_rows = not_yet_rows + excluded.not_yet_rows,
    steps_failed = steps_failed + excluded.steps_failed;
END;

-- What becomes of a job is seen in its row.
CREATE TRIGGER job_moved AFTER UPDATE OF state ON jobs WHEN old.at <> new.at BEGIN
  UPDATE run_rows SET job_at = new.at WHERE job_id = new.id;
END;
CREATE TRIGGER job_checked AFTER UPDATE OF checked_at_ms ON jobs BEGIN
  UPDATE run_rows SET not_yet = (SELECT count(*) FROM members WHERE job_id = new.id AND is_in = 0)
  WHERE job_id = new.id;
END;
CREATE TRIGGER member_came AFTER INSERT ON members BEGIN
  UPDATE run_rows SET not_yet = not_yet + 1
  WHERE job_id = new.job_id AND EXISTS (SELECT 1 FROM jobs WHERE id = new.job_id AND checked_at_ms IS NOT NULL);
END;

CREATE TABLE steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  kind TEXT NOT NULL,
  chat_id TEXT NOT NULL,
  at TEXT NOT NULL DEFAULT 'todo',
  runner TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  UNIQUE (job_id, kind, chat_id)
) STRICT;
CREATE INDEX steps_by_state ON steps (at, id);
CREATE TRIGGER step_added AFTER INSERT ON steps BEGIN
  UPDATE run_rows SET steps_left = steps_left + 1 WHERE job_id = new.job_id;
END;
CREATE TRIGGER step_moved AFTER UPDATE OF at ON steps BEGIN
  UPDATE run_rows SET
    steps_left = (SELECT count(*) FROM steps WHERE job_id = new.job_id AND at IN ('todo', 'doing')),
    steps_failed = (SELECT count(*) FROM steps WHERE job_id = new.job_id AND at IN ('failed', 'unknown'))
  WHERE job_id = new.job_id;
END;

CREATE TABLE run_help (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id TEXT NOT NULL REFERENCES runs (id),
  job_id TEXT NOT NULL REFERENCES jobs (id),
  chat_id TEXT NOT NULL,
  how TEXT NOT NULL,
  message TEXT NOT NULL,
  batch INTEGER NOT NULL,
  at TEXT NOT NULL DEFAULT 'todo',
  UNIQUE (job_id, chat_id, how)
) STRICT;
CREATE INDEX help_by_run ON run_help (run_id, at, place);

CREATE INDEX attempts_by_time ON attempts (sender, server_ms, outcome);
DROP INDEX attempts_by_day;
CREATE INDEX attempts_by_day ON attempts (sender, day, outcome);
CREATE INDEX jobs_of_account_by_state ON jobs (account_id, at);
`;
