import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Clock } from '../../core/clock.ts';
import type { Entry } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupDraft } from '../../core/group-draft.ts';
import { createEntries, type Entries } from './entries.ts';

/** The New group screen's name and people. Main keeps them, so that closing the window loses nothing. */
export type Draft = {
  readonly name: ReadonlySignal<string>;
  readonly entries: Entries;
  /** Why the last change is not kept, or null. */
  readonly keepFailure: ReadonlySignal<Failure | null>;
  setName(name: string): void;
  clear(): void;
  /** Starts from another group's name and people. */
  replace(next: Pick<GroupDraft, 'name'> & { readonly entries: readonly Entry[] }): void;
  /** Sends what waits to be kept at once: the window is about to go. */
  flush(): void;
};

export type DraftTools = {
  readonly api: Pick<Api, 'draft.keep' | 'draft.read'>;
  readonly after: Clock['after'];
  /** Practice has a draft of its own. */
  readonly isPractice: ReadonlySignal<boolean>;
  readonly first: GroupDraft;
};

const keepDelayMs = 250;
/** The contract's limit; the group's own limit is said beside the field. */
const nameMax = 1000;

export function createDraft({ api, after, isPractice, first }: DraftTools): Draft {
  const name = signal(first.name);
  const entries = createEntries(first.entries);
  const keepFailure = signal<Failure | null>(null);
  let kept: { readonly name: string; readonly entries: readonly Entry[] } = first;
  let cancel: (() => void) | null = null;
  let practice = isPractice.peek();

  const keep = () => {
    cancel?.();
    cancel = null;
    const now = { name: name.peek(), entries: entries.list.peek() };
    if (now.name === kept.name && now.entries === kept.entries) return;
    kept = now;
    void api['draft.keep']({ practice, name: now.name, entries: [...now.entries] }).then((answer) => {
      keepFailure.value = answer.ok ? null : answer.failure;
    });
  };

  effect(() => {
    // Both are read at every run: what an effect does not read, it does not follow.
    const now = { name: name.value, entries: entries.list.value };
    const changed = now.name !== kept.name || now.entries !== kept.entries;
    if (changed && cancel === null) cancel = after(keepDelayMs, keep);
  });

  const show = (shown: GroupDraft) =>
    batch(() => {
      name.value = shown.name;
      entries.clear();
      entries.add(shown.entries);
      kept = { name: name.peek(), entries: entries.list.peek() };
    });

  effect(() => {
    const next = isPractice.value;
    untracked(() => {
      if (next !== practice) change(next);
    });
  });

  /** Into practice or out of it: the draft of here is kept, the one of there is shown. */
  function change(next: boolean): void {
    keep();
    practice = next;
    show({ name: '', entries: [] });
    void api['draft.read']({ practice: next }).then((answer) => {
      // Something may have been typed, or practice left again, in the meantime.
      const isUntouched = name.peek() === '' && entries.list.peek().length === 0;
      if (answer.ok && next === practice && isUntouched) show(answer.value);
    });
  }

  return {
    name,
    entries,
    keepFailure,
    setName: (text) => {
      name.value = text.slice(0, nameMax);
    },
    clear: () => {
      name.value = '';
      entries.clear();
      keep();
    },
    replace: (next) => {
      name.value = next.name;
      entries.clear();
      entries.add(next.entries);
    },
    flush: keep,
  };
}
