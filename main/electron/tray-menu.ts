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
  readonly quit: () => void;
};

/** The tray's menu: where to go, what is going on, which account, the way out. */
export const trayLines = ({ say, account, queue, timeOf, open, goTo, quit }: TrayState): readonly TrayLine[] => [
  { label: say('desktop.newGroup'), onClick: () => goTo('new-group') },
  { label: say('desktop.findGroup'), onClick: () => goTo('groups') },
  'separator',
  { label: queueLine(say, queue, timeOf) },
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

function queueLine(say: Say, queue: Queue, timeOf: (ms: number) => string): string {
  if (queue.sending) return say('desktop.making');
  if (queue.waiting === 0) return say('desktop.nothingWaits');
  return queue.nextStartAtMs === null
    ? say('desktop.waitsNow', { count: queue.waiting })
    : say('desktop.waits', { count: queue.waiting, time: timeOf(queue.nextStartAtMs) });
}
