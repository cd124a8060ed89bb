/** Version 1: groups, their attempts and members, what was seen on the phone, people, and the group that is being typed in. */
export const groups = `
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
`;
