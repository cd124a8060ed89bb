import { emptyDraft, type GroupDraft, groupDraftSchema } from '../../core/group-draft.ts';
import type { Database } from './database.ts';
import { textRow } from './job-rows.ts';

/** What the New group screen holds, kept over closed windows and restarts. */
export type Drafts = {
  read(): GroupDraft;
  keep(draft: GroupDraft): null;
};

const scope = 'new-group';

/** A draft is a convenience: when it cannot be kept or read, the screen begins empty and nothing else suffers. */
export function createSqliteDrafts(database: Database): Drafts {
  return {
    read() {
      const row = database.read((sql) => sql.get(textRow, 'SELECT draft AS value FROM drafts WHERE scope = ?', scope));
      const draft = groupDraftSchema.safeParse(parse(row?.value));
      return draft.success ? draft.data : emptyDraft;
    },
    keep(draft) {
      database.write((sql) =>
        sql.run(
          'INSERT INTO drafts (scope, draft) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET draft = excluded.draft',
          scope,
          JSON.stringify(draft),
        ),
      );
      return null;
    },
  };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null; // no draft, or one that an older version wrote otherwise
  }
}
