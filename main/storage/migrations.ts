/** The database's versions, oldest first: entry n leads from `user_version` n to n + 1. Never change one that shipped. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE accounts (account_id TEXT PRIMARY KEY, sender TEXT NOT NULL) STRICT;

  CREATE TABLE senders (
    sender TEXT PRIMARY KEY,
    stopped TEXT,
    unknowns INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    key TEXT NOT NULL,
    generation INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    search TEXT NOT NULL,
    turn INTEGER NOT NULL,
    asked_at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'at') STORED,
    chat_id TEXT GENERATED ALWAYS AS (nullif(state ->> 'chatId', '')) STORED,
    link TEXT,
    from_phone TEXT,
    checked_at_ms INTEGER,
    others INTEGER NOT NULL DEFAULT 0,
    UNIQUE (sender, key, generation)
  ) STRICT;
  CREATE UNIQUE INDEX one_group_one_job ON jobs (sender, chat_id) WHERE chat_id IS NOT NULL;
  CREATE INDEX jobs_by_turn ON jobs (turn);
  CREATE INDEX jobs_by_state ON jobs (sender, at, turn);
  CREATE INDEX jobs_by_name ON jobs (sender, folded);
  CREATE INDEX jobs_by_account ON jobs (account_id, asked_at_ms);

  CREATE TABLE members (
    job_id TEXT NOT NULL REFERENCES jobs (id),
    place INTEGER NOT NULL,
    chat_id TEXT NOT NULL,
    lid TEXT,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    is_in INTEGER NOT NULL DEFAULT 0,
    is_admin INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (job_id, chat_id)
  ) STRICT;

  CREATE TABLE runners (runner TEXT PRIMARY KEY, after_attempt INTEGER NOT NULL) STRICT;

  CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL REFERENCES jobs (id),
    sender TEXT NOT NULL,
    runner TEXT NOT NULL,
    name TEXT NOT NULL,
    chat_ids TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    run_ms INTEGER NOT NULL,
    server_ms INTEGER NOT NULL,
    clock_ok INTEGER NOT NULL,
    day TEXT,
    deadline_ms INTEGER NOT NULL,
    over_ms INTEGER,
    outcome TEXT,
    failure TEXT,
    evidence TEXT,
    ended_at_ms INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX one_in_flight ON attempts (sender) WHERE outcome IS NULL;
  CREATE INDEX attempts_by_job ON attempts (job_id);
  CREATE INDEX attempts_by_day ON attempts (sender, day);

  CREATE TABLE seen_groups (
    sender TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    name TEXT NOT NULL,
    after_attempt INTEGER NOT NULL,
    created_at_ms INTEGER,
    PRIMARY KEY (sender, chat_id)
  ) STRICT;

  CREATE TABLE readings (
    sender TEXT NOT NULL,
    runner TEXT NOT NULL,
    run_ms INTEGER NOT NULL,
    PRIMARY KEY (sender, runner)
  ) STRICT;

  CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL REFERENCES jobs (id),
    kind TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    runner TEXT NOT NULL,
    begun_at_ms INTEGER NOT NULL,
    outcome TEXT,
    failure TEXT
  ) STRICT;
  CREATE UNIQUE INDEX one_action_in_flight ON actions (job_id, kind, chat_id) WHERE outcome IS NULL;

  CREATE TABLE contacts (
    account_id TEXT,
    chat_id TEXT,
    name TEXT,
    phone TEXT,
    folded TEXT,
    source TEXT,
    gone INTEGER,
    used_at INTEGER,
    uses INTEGER,
    PRIMARY KEY (account_id, chat_id)
  ) STRICT;

  CREATE TABLE drafts (scope TEXT PRIMARY KEY, draft TEXT NOT NULL) STRICT;
  `,
  `
  CREATE INDEX attempts_by_sender ON attempts (sender);
  `,
  `
  ALTER TABLE contacts DROP COLUMN folded;
  ALTER TABLE contacts ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE contacts ADD COLUMN lists TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE contacts ADD COLUMN phone_name TEXT;
  ALTER TABLE contacts ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
  UPDATE contacts SET phone_name = name WHERE source = 'phone' AND gone = 0;

  CREATE TABLE people_lists (
    list_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX lists_by_account ON people_lists (account_id);

  CREATE TABLE people_ids (
    account_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    PRIMARY KEY (account_id, other_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE people_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    change_id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    lists_made TEXT NOT NULL,
    lists_deleted TEXT NOT NULL
  ) STRICT;
  CREATE INDEX changes_by_account ON people_changes (account_id);

  CREATE TABLE changed_people (
    seq INTEGER NOT NULL REFERENCES people_changes (seq) ON DELETE CASCADE,
    chat_id TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    PRIMARY KEY (seq, chat_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE people_checks (
    account_id TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (account_id, chat_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE people_queue (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account_id, kind, chat_id)
  ) STRICT;
  CREATE INDEX people_queue_by_place ON people_queue (account_id, kind, place);

  CREATE TABLE people_state (
    account_id TEXT PRIMARY KEY,
    synced_at_ms INTEGER,
    month TEXT,
    used INTEGER,
    total INTEGER
  ) STRICT;

  CREATE INDEX members_by_person ON members (chat_id);
  `,
  `
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
    results_file TEXT
  ) STRICT;
  CREATE INDEX runs_by_account ON runs (account_id, made_at_ms);
  CREATE INDEX runs_by_state ON runs (at);

  CREATE TABLE run_pictures (
    run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    jpeg BLOB NOT NULL
  ) STRICT;

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
  `,
  `
  CREATE INDEX actions_by_job ON actions (job_id);
  `,
  `
  -- Whether an attempt gave its slot back stands apart from how it ended, so that most ends touch no index of slots.
  ALTER TABLE attempts ADD COLUMN gave_back INTEGER NOT NULL DEFAULT 0;
  UPDATE attempts SET gave_back = 1 WHERE outcome = 'never-sent';
  DROP INDEX attempts_by_time;
  CREATE INDEX attempts_by_time ON attempts (sender, server_ms) WHERE gave_back = 0;
  DROP INDEX attempts_by_day;
  CREATE INDEX attempts_by_day ON attempts (sender, day) WHERE gave_back = 0;

  DROP INDEX jobs_of_account_by_state;
  CREATE INDEX jobs_that_are_open ON jobs (account_id, at) WHERE at IN ('queued', 'sending', 'unknown');
  `,
];
