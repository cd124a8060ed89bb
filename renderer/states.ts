import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Clock } from '../core/clock.ts';
import type { Api } from '../core/contract/calls.ts';
import type { Listen } from '../core/contract/events.ts';
import { go } from './route.ts';
import { createAccountsState } from './state/accounts.ts';
import { createAppState, type Snapshot } from './state/app.ts';
import type { DroppedFile } from './state/dropped-file.ts';
import { createPolicyState } from './state/policy.ts';
import { createSettingsState } from './state/settings.ts';
import { createSetupState } from './state/setup.ts';
import { createWork } from './state/work.ts';

type StatesDeps = {
  readonly api: Api;
  readonly listen: Listen;
  readonly clock: Clock;
  readonly snapshot: Snapshot;
  readonly pathOf?: (file: DroppedFile) => string;
};

/** All states of the window, made once. A new one is a line here; screens reach them by `useStates`. */
export function createStates({ api, listen, clock, snapshot, pathOf = () => '' }: StatesDeps) {
  const accounts = createAccountsState({ api, listen, accounts: snapshot.accounts });
  return {
    api,
    listen,
    clock,
    snapshot,
    app: createAppState({ api, listen, snapshot }),
    accounts,
    policy: createPolicyState({ listen, policy: snapshot.policy }),
    settings: createSettingsState({ api, listen, settings: snapshot.settings, locale: snapshot.locale }),
    setup: createSetupState({ api, listen, offered: snapshot.setup }),
    work: createWork({
      api,
      listen,
      clock,
      current: accounts.current,
      firstDraft: snapshot.draft,
      onCreated: ({ id }) => go({ at: 'result', jobId: id }),
      pathOf,
    }),
  };
}

export type States = ReturnType<typeof createStates>;

const StatesContext = createContext<States | null>(null);

export const StatesProvider = StatesContext.Provider;

export function useStates(): States {
  const states = useContext(StatesContext);
  if (!states) throw new Error('Screens are drawn inside StatesProvider');
  return states;
}
