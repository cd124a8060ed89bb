import type { Api } from '../core/contract/calls.ts';
import type { Emit, OfferedSetup, Payload, Queue } from '../core/contract/events.ts';
import type { EventName } from '../core/contract/names.ts';
import type { Failure } from '../core/failure.ts';
import type { GroupJob } from '../core/group-job.ts';
import { err, ok } from '../core/result.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Desktop } from './electron/desktop.ts';
import type { Engine } from './engine.ts';
import type { PolicyService } from './policy/policy.ts';
import type { PracticeRoom } from './practice-room.ts';
import type { SettingsService } from './settings/settings.ts';
import { isDamage } from './storage/database.ts';

type LiveViewDeps = {
  readonly send: Emit;
  readonly desktop: Desktop;
  readonly accounts: Accounts;
  readonly settings: SettingsService;
  readonly policy: PolicyService;
  readonly practice: PracticeRoom;
  readonly engineOf: (accountId: string) => Engine;
  /** The engine of the current account. */
  readonly engine: () => Engine;
  /** A set-up file that waits for the window. */
  readonly offeredSetup: () => OfferedSetup | null;
  readonly about: {
    readonly version: string;
    readonly locale: string;
    readonly hasTray: boolean;
    readonly note: Failure | null;
  };
};

const idle: Queue = { waiting: 0, sending: false, nextStartAtMs: null, lastSentAtMs: null, pleaseCheck: 0, run: null };

/** What the window, the tray and the menu show of the app, kept up to date. The truth stays with the services. */
export function createLiveView(deps: LiveViewDeps) {
  const { send, desktop, accounts, settings, policy, practice, engineOf, engine, about, offeredSetup } = deps;
  const currentAccount = () => {
    const { accounts: all, currentId } = accounts.view();
    return all.find(({ id }) => id === currentId) ?? null;
  };

  const currentQueue = async (): Promise<Queue> => {
    const account = currentAccount();
    if (!account) return idle;
    const { groups, runs } = engine();
    return { ...(await groups.queue(account.id)), run: await runs.standing(account.id) };
  };

  async function refresh(): Promise<void> {
    const queue = await currentQueue();
    send('queue.changed', queue);
    desktop.refresh({ account: currentAccount(), queue });
    desktop.showProgress(progressOf(queue));
  }

  /** The tray's *Pause* and *Go on*, for the run that it shows. */
  async function pauseOrResume(): Promise<void> {
    const account = currentAccount();
    const run = account && (await engine().runs.standing(account.id));
    if (!run) return;
    const of = { accountId: account.id, runId: run.runId };
    await (run.at === 'running' ? engine().runs.pause(of) : engine().runs.resume(of));
  }

  const snapshot: Api['app.snapshot'] = async () => {
    try {
      return ok({
        ...about,
        note,
        platform: platform(),
        settings: settings.view(),
        policy: policy.view(),
        accounts: accounts.view(),
        queue: await currentQueue(),
        practice: practice.view(),
        draft: engine().drafts.read(),
        place: desktop.takePlace(),
        setup: offeredSetup(),
      });
    } catch (error) {
      if (!isDamage(error)) throw error;
      return err({ code: 'record-unreadable' });
    }
  };

  /** What the engines say. The queue shown is always the current account's, whichever has moved. */
  const emit: Emit = (name, payload) => {
    if (name === 'queue.changed') {
      void refresh();
      return;
    }
    send(name, payload);
    if (is('groups.changed', name, payload)) void tellOutcome(payload);
    if (is('runs.changed', name, payload)) {
      desktop.tellRun(payload);
      // Practice is over in minutes, and leaving it ends its runs unheard.
      if (practice.engineOf(payload.accountId) === null) desktop.noteRun(payload);
      void refresh();
    }
  };

  /** Of a run only its end, its stops and its questions are told, not each of its groups. */
  async function tellOutcome(job: GroupJob): Promise<void> {
    const runId = await engineOf(job.accountId).runs.runOf(job.id);
    if (runId === null) desktop.tellOutcome(job);
    else desktop.tellJob(runId, job);
  }

  /** How many groups are still to be made, whatever the account. */
  async function waiting(): Promise<number> {
    const counts = await Promise.all(accounts.view().accounts.map(({ id }) => engineOf(id).waiting(id)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  let { note } = about;

  /** Shown above the screen until it is closed, by this window or the next one. */
  function tell(failure: Failure): void {
    note = failure;
    send('app.noted', failure);
  }

  return { refresh, snapshot, emit, waiting, pauseOrResume, tell };
}

const is = <N extends EventName>(wanted: N, name: EventName, _payload: unknown): _payload is Payload<N> =>
  name === wanted;

/** What the taskbar or the dock shows. */
function progressOf({ run, pleaseCheck }: Queue): Parameters<Desktop['showProgress']>[0] {
  const mode = { running: 'normal', paused: 'paused', 'needs-you': 'error' } as const;
  const needsYou = pleaseCheck + (run?.at === 'needs-you' ? 1 : 0);
  return run === null || run.total === 0
    ? { part: null, mode: 'normal', needsYou }
    : { part: run.done / run.total, mode: mode[run.at], needsYou };
}

const platform = (): 'win32' | 'darwin' | 'linux' =>
  process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
