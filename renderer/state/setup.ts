import { signal } from '@preact/signals';
import type { Account } from '../../core/account.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Listen, OfferedSetup, SealedSetup } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { SetupPreview } from '../../core/setup-file.ts';
import { type DroppedFile, type Refusal, readDropped } from './dropped-file.ts';

type SetupCalls = 'setup.openFile' | 'setup.chooseFile' | 'setup.unlock' | 'setup.use' | 'setup.drop';

type SetupDeps = {
  readonly api: Pick<Api, SetupCalls>;
  readonly listen: Listen;
  /** A file that came before the window was there. */
  readonly offered: OfferedSetup | null;
};

/** How far the file is that the person opens. `failure` stands until the next try. */
export type Setup =
  | { readonly at: 'refused'; readonly failure: Failure | Refusal }
  | (SealedSetup & { readonly at: 'sealed'; readonly failure: Failure | null })
  | { readonly at: 'opened'; readonly preview: SetupPreview; readonly failure: Failure | null };

export type SetupState = ReturnType<typeof createSetupState>;

/** The set-up file that was chosen, dropped or handed over by the system, up to its use. Main holds what is in it. */
export function createSetupState({ api, listen, offered }: SetupDeps) {
  const shown = signal<Setup | null>(offered && fromOffer(offered));
  const busy = signal<'choosing' | 'opening' | 'using' | null>(null);

  listen('setup.offered', (offer) => {
    show(fromOffer(offer));
  });

  function show(next: Setup | null): void {
    shown.value = next;
    // What is being used goes on to its end, whatever else has come.
    if (busy.peek() !== 'using') busy.value = null;
  }

  /** Only what is said of the file that is shown counts. */
  async function ask<T>(as: 'opening' | 'using', setupId: string, call: Promise<Result<T, Failure>>) {
    busy.value = as;
    const answer = await call;
    if (busy.peek() === as) busy.value = null;
    return idOf(shown.peek()) === setupId ? answer : null;
  }

  function take(answer: Result<SealedSetup | null, Failure | Refusal>): void {
    if (!answer.ok) show({ at: 'refused', failure: answer.failure });
    else if (answer.value) show({ at: 'sealed', failure: null, ...answer.value });
  }

  return {
    shown,
    busy,

    async choose(): Promise<void> {
      if (busy.peek() !== null) return;
      busy.value = 'choosing';
      const answer = await api['setup.chooseFile']({});
      if (busy.peek() === 'choosing') busy.value = null;
      take(answer);
    },

    async open(files: readonly DroppedFile[]): Promise<void> {
      const dropped = await readDropped(files);
      take(dropped.ok ? await api['setup.openFile'](dropped.value) : dropped);
    },

    async unlock(passphrase: string): Promise<void> {
      const sealed = shown.peek();
      if (sealed?.at !== 'sealed' || busy.peek() !== null) return;
      const answer = await ask('opening', sealed.setupId, api['setup.unlock']({ setupId: sealed.setupId, passphrase }));
      if (!answer) return;
      if (answer.ok) show({ at: 'opened', preview: answer.value, failure: null });
      else if (answer.failure.code === 'setup-wrong-passphrase') show({ ...sealed, failure: answer.failure });
      else show({ at: 'refused', failure: answer.failure });
    },

    /** The accounts that are here now; null when something stands in the way, which is shown. */
    async use(keep: 'saved' | 'session'): Promise<readonly Account[] | null> {
      const opened = shown.peek();
      if (opened?.at !== 'opened' || busy.peek() !== null) return null;
      const { setupId } = opened.preview;
      const answer = await ask('using', setupId, api['setup.use']({ setupId, keep }));
      if (!answer) return null;
      show(answer.ok ? null : { ...opened, failure: answer.failure });
      return answer.ok ? answer.value.accounts : null;
    },

    close(): void {
      void api['setup.drop']({ setupId: idOf(shown.peek()) });
      show(null);
    },
  };
}

const fromOffer = (offer: OfferedSetup): Setup => (offer.at === 'sealed' ? { ...offer, failure: null } : offer);

function idOf(setup: Setup | null): string | null {
  if (setup?.at === 'sealed') return setup.setupId;
  return setup?.at === 'opened' ? setup.preview.setupId : null;
}
