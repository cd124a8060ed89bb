import { nameOf } from '../../core/account-state-name.ts';
import type { Format } from '../../core/i18n/format.ts';
import type { Say } from '../../core/i18n/say.ts';
import { viewAccountState } from '../account-state.ts';
import { go, route } from '../route.ts';
import { useStates } from '../states.ts';
import { useFormat, useWords } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';

type Item = {
  readonly at: 'new-group' | 'sheet' | 'people' | 'groups' | 'settings';
  readonly icon: IconName;
  readonly name: string;
};

/** The sections at the left; at the bottom what waits, and the account with its state. */
export function Rail() {
  const t = useWords();
  const { queue } = useStates().app;
  const items: readonly Item[] = [
    { at: 'new-group', icon: 'new-group', name: t('shell.newGroup') },
    { at: 'sheet', icon: 'sheet', name: t('sheet.title') },
    { at: 'people', icon: 'people', name: t('shell.people') },
    { at: 'groups', icon: 'groups', name: t('shell.groups') },
    { at: 'settings', icon: 'settings', name: t('shell.settings') },
  ];
  const { pleaseCheck } = queue.value;
  return (
    <nav class="rail" aria-label={t('shell.sections')}>
      {items.map(({ at, icon, name }) => (
        <button
          key={at}
          type="button"
          class="rail-item"
          title={name}
          aria-current={sectionOf(route.value.at) === at ? 'page' : undefined}
          onClick={() => go({ at })}
        >
          <Icon name={icon} />
          <span class="name">{name}</span>
          {at === 'groups' && pleaseCheck > 0 && (
            <span class="badge warn" title={t('shell.pleaseCheck', { count: pleaseCheck })}>
              <span aria-hidden="true">{pleaseCheck}</span>
              <span class="spoken">{t('shell.pleaseCheck', { count: pleaseCheck })}</span>
            </span>
          )}
        </button>
      ))}
      <div class="rail-foot">
        <RunCard />
        <QueueCard />
        <AccountCard />
      </div>
    </nav>
  );
}

/** A group belongs to the record, an account's form to the settings. */
const sectionOf = (at: typeof route.value.at): string =>
  at === 'result' ? 'groups' : at === 'account-form' ? 'settings' : at;

/** The run that goes on, or stands and needs a word: how far, what is next, and the way to it. */
function RunCard() {
  const t = useWords();
  const format = useFormat();
  const { run } = useStates().app.queue.value;
  if (!run) return null;
  const { runId, file, done, total, at, nextAtMs } = run;
  const count = t('run.count', { done, total });
  const next = nextAtMs === null ? t('run.goesOn') : nextWords(nextAtMs, { t, format });
  const note = at === 'running' ? next : t(at === 'paused' ? 'run.isPaused' : 'run.needsYou');
  const share = total > 0 ? done / total : 0;
  return (
    <button
      type="button"
      class="rail-card"
      title={`${file}: ${count}, ${note}`}
      aria-current={route.value.at === 'sheet' && route.value.runId === runId ? 'true' : undefined}
      onClick={() => go({ at: 'sheet', runId })}
    >
      {at === 'running' ? <Icon name="clock" kind="quiet" /> : <Icon {...standing[at]} />}
      <span>{count}</span>
      <span class="rail-share" aria-hidden="true">
        {format.share(share)}
      </span>
      <span class="small">{note}</span>
      <progress class="progress" aria-hidden="true" max={Math.max(1, total)} value={done} />
    </button>
  );
}

function nextWords(atMs: number, { t, format }: { readonly t: Say; readonly format: Format }): string {
  const when = format.when(atMs, Date.now());
  return when === format.time(atMs) ? t('run.nextAt', { time: when }) : t('run.nextAtOn', { when });
}

const standing = { paused: { name: 'pause', kind: 'quiet' }, 'needs-you': { name: 'alert', kind: 'warn' } } as const;

function QueueCard() {
  const t = useWords();
  const format = useFormat();
  const { waiting, sending, nextStartAtMs } = useStates().app.queue.value;
  if (waiting === 0 && !sending) return null;
  const count = t('shell.waits', { count: waiting });
  const time = nextStartAtMs === null ? null : t('shell.nextAt', { time: format.when(nextStartAtMs, Date.now()) });
  const title = sending ? t('shell.making') : count;
  const note = sending ? waiting > 0 && count : time;
  return (
    <button
      type="button"
      class="rail-card"
      title={note ? `${title}, ${note}` : title}
      onClick={() => go({ at: 'groups' })}
    >
      <Icon name="clock" kind="quiet" />
      <span>{title}</span>
      {note && <span class="small">{note}</span>}
    </button>
  );
}

function AccountCard() {
  const t = useWords();
  const format = useFormat();
  const account = useStates().accounts.current.value;
  if (!account) return null;
  const { kind, icon, short, way } = viewAccountState(account, { say: t, format, nowMs: Date.now() });
  const name = nameOf(account);
  return (
    <button
      type="button"
      class="rail-card"
      title={`${name}: ${short}`}
      onClick={() => go(way === 'link' ? { at: 'link-phone' } : { at: 'settings' })}
    >
      <Icon name={icon} kind={kind} />
      <b>{name}</b>
      <span class="small">{short}</span>
    </button>
  );
}
