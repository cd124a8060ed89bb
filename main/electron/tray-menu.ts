import type { Account } from '../../core/account.ts';
import { accountStateName, nameOf } from '../../core/account-state-name.ts';
import type { Queue, ScreenName } from '../../core/contract/events.ts';
import type { Say } from '../../core/i18n/words.ts';
import type { TrayLine } from './tray.ts';

type TrayState = {
  readonly say: Say;
  readonly account: Account | null;
  readonly queue: Queue;
  /** A wall time as the clock on the wall shows it. */
  readonly timeOf: (ms: number) => string;
  readonly open: () => void;
  readonly goTo: (screen: ScreenName) => void;
  /** Pauses the run, or lets it go on. */
  readonly pauseOrResume: () => void;
  readonly quit: () => void;
};

/** The tray's menu: where to go, what is going on, which account, the way out. */
export const trayLines = ({
  say,
  account,
  queue,
  timeOf,
  open,
  goTo,
  pauseOrResume,
  quit,
}: TrayState): readonly TrayLine[] => [
  { label: say('desktop.newGroup'), onClick: () => goTo('new-group') },
  { label: say('desktop.fromSheet'), onClick: () => goTo('sheet') },
  { label: say('desktop.findGroup'), onClick: () => goTo('groups') },
  'separator',
  ...(queue.run
    ? [
        { label: runLine(say, queue.run, timeOf), onClick: () => goTo('sheet') },
        { label: say(queue.run.at === 'running' ? 'desktop.pause' : 'desktop.goOn'), onClick: pauseOrResume },
      ]
    : [{ label: queueLine(say, queue, timeOf) }]),
  ...(queue.pleaseCheck > 0
    ? [{ label: say('desktop.pleaseCheck', { count: queue.pleaseCheck }), onClick: () => goTo('groups') }]
    : []),
  { label: account ? accountLine(say, account) : say('desktop.noAccount') },
  'separator',
  { label: say('desktop.open'), onClick: open },
  { label: say('desktop.quit'), onClick: quit },
];

const accountLine = (say: Say, account: Account): string =>
  `${nameOf(account)} · ${say(`accountState.${accountStateName(account)}-short`)}`;

/** Where a run stands needs a look at it before it goes on: the line leads there. */
function runLine(say: Say, run: NonNullable<Queue['run']>, timeOf: (ms: number) => string): string {
  const { done, total, at, nextAtMs } = run;
  if (at === 'paused') return say('desktop.runPaused', { done, total });
  if (at === 'needs-you') return say('desktop.runNeedsYou', { done, total });
  return nextAtMs === null
    ? say('desktop.runGoesOn', { done, total })
    : say('desktop.runNext', { done, total, time: timeOf(nextAtMs) });
}

function queueLine(say: Say, queue: Queue, timeOf: (ms: number) => string): string {
  if (queue.sending) return say('desktop.making');
  if (queue.waiting === 0) return say('desktop.nothingWaits');
  return queue.nextStartAtMs === null
    ? say('desktop.waitsNow', { count: queue.waiting })
    : say('desktop.waits', { count: queue.waiting, time: timeOf(queue.nextStartAtMs) });
}
