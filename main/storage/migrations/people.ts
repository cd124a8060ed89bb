/** Version 3: people with notes, lists and other ids; what can be taken back; who is on WhatsApp and what is still asked. */
export const people = `
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
`;
