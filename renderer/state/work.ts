import { computed, type ReadonlySignal } from '@preact/signals';
import type { Account } from '../../core/account.ts';
import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { GroupDraft } from '../../core/group-draft.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { createCreator } from './creating.ts';
import { createDraft } from './draft.ts';
import type { DroppedFile } from './dropped-file.ts';
import { createGroupList } from './groups.ts';
import { createJob } from './job.ts';
import { createPeopleDesk } from './people-desk.ts';
import { createPicker } from './picker.ts';
import { createSheetDesk } from './sheet-desk.ts';
import { createSync } from './sync.ts';

type WorkDeps = {
  readonly api: Api;
  readonly listen: Listen;
  readonly clock: Clock;
  readonly current: ReadonlySignal<Account | null>;
  readonly firstDraft: GroupDraft;
  readonly onCreated: (job: GroupJob) => void;
  /** Where a dropped file lies; empty when nobody knows. */
  readonly pathOf: (file: DroppedFile) => string;
};

/** What one works on: the draft, its people, the record, the chosen group, the contacts. Lives as long as the window. */
export function createWork({ api, listen, clock, current, firstDraft, onCreated, pathOf }: WorkDeps) {
  const accountId = computed(() => current.value?.id ?? null);
  const isPractice = computed(() => current.value?.practice ?? false);
  const draft = createDraft({ api, after: clock.after, isPractice, first: firstDraft });
  const picker = createPicker({ api, accountId, entries: draft.entries });
  const people = createPeopleDesk({ api, listen, accountId });
  const groups = createGroupList({ api, accountId });
  const job = createJob(api);

  listen('people.changed', (event) => {
    if (event.accountId === accountId.peek()) picker.refresh();
  });
  listen('groups.changed', (changed) => {
    void groups.changed(changed);
    job.changed(changed);
  });

  return {
    accountId,
    draft,
    creator: createCreator({ api, draft, accountId, onCreated }),
    picker,
    people,
    sync: createSync(api, listen),
    sheet: createSheetDesk({ api, listen, accountId, pathOf }),
    groups,
    job,
  };
}
