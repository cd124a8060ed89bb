import { applyPolicy, carefulPolicy, joinPolicies, limitsOf, lockedBy, noPolicy } from '../../core/apply-policy.ts';
import type { Failure } from '../../core/failure.ts';
import type { Policy } from '../../core/policy.ts';
import type { PolicyView } from '../../core/policy-view.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import type { Log } from '../log/log.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { PolicyResult } from './parse-policy.ts';

/** What the administrator decides: by the machine's file and, where that says nothing, by the set-up file. */
export type PolicyService = {
  view(): PolicyView;
  allowedHosts(): readonly string[];
  /** The settings that hold, given those that the person chose. */
  apply(chosen: Settings): Settings;
  /** `locked` when the administrator has set one of these, `bad-request` for a pace that is faster than allowed. */
  mayChange(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Result<null, Failure>;
  /** Refuses with `locked` what is not left to the person. */
  guard<A, T>(
    what: 'accountsByHand' | 'practice',
    run: (args: A) => Promise<Result<T, Failure>>,
  ): (args: A) => Promise<Result<T, Failure>>;
  /** A set-up file was taken in: what it decides holds from now on. */
  refresh(): void;
  /** Called after every change of what holds. */
  onChanged(listener: () => void): () => void;
  close(): void;
};

type PolicyDeps = {
  /** The machine's file; null when there is none. */
  readonly read: () => PolicyResult | null;
  /** Calls back when the file may have changed. */
  readonly watch: (changed: () => void) => () => void;
  readonly store: Pick<SettingsStore, 'kept'>;
  readonly log: Log;
};

export function createPolicy({ read, watch, store, log }: PolicyDeps): PolicyService {
  const listeners = new Set<() => void>();
  let machine = readAnew();

  function readAnew(): PolicyResult | null {
    const found = read();
    if (found === null) log.info('policy.none');
    else if (found.ok) log.info('policy.read');
    else log.warn('policy.bad', { reason: found.failure.why, field: found.failure.key });
    return found;
  }

  function changed(): void {
    for (const listener of listeners) listener();
  }

  const stopWatching = watch(() => {
    machine = readAnew();
    changed();
  });

  const joined = (): Policy =>
    joinPolicies(machine?.ok ? machine.value : noPolicy, store.kept().policyFromSetup ?? noPolicy);
  const policy = (): Policy => (machine && !machine.ok ? carefulPolicy(joined()) : joined());
  const apply = (chosen: Settings): Settings => applyPolicy(chosen, policy());

  function view(): PolicyView {
    const { limits, accountsByHand = true, practice = true } = joined();
    return {
      locked: lockedBy(joined()),
      ...limitsOf(policy()),
      limitsPace: limits?.leastPaceMinutes !== undefined,
      limitsDay: limits?.groupsPerDay !== undefined,
      accountsByHand,
      practice,
      trouble: machine && !machine.ok ? machine.failure : null,
    };
  }

  return {
    view,
    apply,
    allowedHosts: () => policy().allowedHosts ?? [],

    mayChange(change) {
      const { locked, leastPaceMinutes } = view();
      if (locked.some((name) => change[name] !== undefined)) return err({ code: 'locked' });
      const isTooFast = change.paceMinutes !== undefined && change.paceMinutes < leastPaceMinutes;
      return isTooFast ? err({ code: 'bad-request', field: 'paceMinutes' }) : ok(null);
    },

    guard: (what, run) => async (args) => (view()[what] ? run(args) : err({ code: 'locked' })),

    refresh: changed,

    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: stopWatching,
  };
}
