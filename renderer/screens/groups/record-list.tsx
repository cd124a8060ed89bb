import { useEffect, useRef } from 'preact/hooks';
import type { GroupRow } from '../../../core/group-job.ts';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { go } from '../../route.ts';
import { needsCheck } from '../../state/groups.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { byDay } from './by-day.ts';
import { CheckBanner } from './check-banner.tsx';
import { wordsOfRow } from './row-words.ts';

type RecordListProps = { readonly rows: readonly GroupRow[]; readonly jobId: string | undefined };

/** What needs a person on top, then the days. The end of the list reads on by itself. */
export function RecordList({ rows, jobId }: RecordListProps) {
  const format = useFormat();
  const nowMs = Date.now();
  const days = byDay(
    rows.filter(({ state }) => !needsCheck(state)),
    (atMs) => format.dayName(atMs, nowMs),
  );
  return (
    <>
      <div class="checks-top">
        {rows
          .filter(({ state }) => needsCheck(state))
          .map((row) => (
            <CheckBanner key={row.id} row={row} />
          ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus between the buttons inside. */}
      <div class="record" onKeyDown={moveByArrows}>
        {days.map((day) => (
          <section key={day.name} aria-label={day.name}>
            <h2 class="day">{day.name}</h2>
            <ul class="list rows-live">
              {day.rows.map((row) => (
                <RecordRow key={row.id} row={row} isChosen={row.id === jobId} nowMs={nowMs} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <ReadOn count={rows.length} />
    </>
  );
}

type RecordRowProps = { readonly row: GroupRow; readonly isChosen: boolean; readonly nowMs: number };

function RecordRow({ row, isChosen, nowMs }: RecordRowProps) {
  const t = useWords();
  const format = useFormat();
  const { note, icon, kind } = wordsOfRow(row, { t, format, nowMs });
  return (
    <li class="row" aria-current={isChosen ? 'true' : undefined}>
      <div class="row-main">
        <button type="button" class="row-title" data-job={row.id} onClick={() => go({ at: 'groups', jobId: row.id })}>
          {tidyName(row.name)}
        </button>
        <span class="row-note">
          {icon && <Icon name={icon} kind={kind} />}
          {note}
        </span>
      </div>
      <span class="row-end nowrap">
        <time>{format.time(row.askedAtMs)}</time>
      </span>
    </li>
  );
}

/** Reads more as soon as the end of the list comes near. */
function ReadOn({ count }: { readonly count: number }) {
  const t = useWords();
  const { groups } = useStates().work;
  const element = useRef<HTMLDivElement>(null);
  const hasMore = count < groups.total.value;
  useEffect(() => {
    const end = element.current;
    if (!end || !hasMore) return;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void groups.more();
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, [count, groups, hasMore]);
  return <div ref={element}>{hasMore && <Spinner words={t('groups.loadingMore')} />}</div>;
}

function moveByArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.row-title')];
  const at = titles.findIndex((title) => title.matches(':focus'));
  const next = titles[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
