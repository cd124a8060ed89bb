import { signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Listen, Practice } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';

/** All that the window asks for once, when it opens. */
export type Snapshot = Answer<'app.snapshot'>;

type AppCalls =
  | 'record.copies'
  | 'record.putBack'
  | 'app.restart'
  | 'app.copy'
  | 'app.open'
  | 'app.saveSupportFile'
  | 'practice.setTrouble';

type AppDeps = { readonly api: Pick<Api, AppCalls>; readonly listen: Listen; readonly snapshot: Snapshot };

/** What belongs to the whole window: the queue for the rail, practice, and what the system does for us. */
export function createAppState({ api, listen, snapshot }: AppDeps) {
  const { version, platform, locale, hasTray } = snapshot;
  const queue = signal(snapshot.queue);
  const practice = signal(snapshot.practice);
  /** The last failure of something asked from the shell itself; it stands above the screen until solved. */
  const failure = signal<Failure | null>(snapshot.note);

  listen('app.noted', (noted) => {
    failure.value = noted;
  });
  listen('queue.changed', (changed) => {
    queue.value = changed;
  });

  return {
    version,
    platform,
    locale,
    hasTray,
    queue,
    practice,
    failure,
    copy: (text: string) => api['app.copy']({ text }),
    open: (target: Parameters<Api['app.open']>[0]) => api['app.open'](target),
    restart: () => api['app.restart']({}),
    copies: () => api['record.copies']({}),
    putBack: (name: string) => api['record.putBack']({ name }),
    saveSupportFile: (withNumbers: boolean) => api['app.saveSupportFile']({ withNumbers }),
    async setTrouble(change: Partial<Practice>): Promise<void> {
      const before = practice.value;
      practice.value = { ...before, ...change };
      const answer = await api['practice.setTrouble'](practice.value);
      practice.value = answer.ok ? answer.value : before;
      failure.value = answer.ok ? null : answer.failure;
    },
  };
}
