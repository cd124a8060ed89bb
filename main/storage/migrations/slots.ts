/** Version 6: whether an attempt gave its slot back stands apart from how it ended, so that most ends touch no index of slots. */
export const slots = `
ALTER TABLE attempts ADD COLUMN gave_back INTEGER NOT NULL DEFAULT 0;
UPDATE attempts SET gave_back = 1 WHERE outcome = 'never-sent';
DROP INDEX attempts_by_time;
CREATE INDEX attempts_by_time ON attempts (sender, server_ms) WHERE gave_back = 0;
DROP INDEX attempts_by_day;
CREATE INDEX attempts_by_day ON attempts (sender, day) WHERE gave_back = 0;

DROP INDEX jobs_of_account_by_state;
CREATE INDEX jobs_that_are_open ON jobs (account_id, at) WHERE at IN ('queued', 'sending', 'unknown');
`;
