import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowFilter, RunRow } from '../../../core/group-run.ts';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { EditRow } from './edit-row.tsx';
import { heightOfRow } from './row-height.ts';
import { rowPx } from './row-tops.ts';
import { RowView } from './row-view.tsx';
import { useRowWindow } from './use-row-window.ts';

type Filters = Parameters<typeof Segments<RowFilter>>[0]['options'];

type RowListProps = {
  readonly label: string;
  readonly filters: Filters;
  /** Stands between the filters and the rows. */
  readonly children?: ComponentChildren;
};

const searchMax = 200;

/** The rows of a run: filtered, searched, changed one by one. Only those in view are drawn. */
export function RowList({ label, filters, children }: RowListProps) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const { filter, rows, text } = run;
  const [edited, setEdited] = useState<RunRow | null>(null);
  const total = rows.total.value;

  return (
    <>
      <div class="toolbar rows-toolbar">
        <Segments
          label={t('people.show')}
          options={filters}
          value={filter.value}
          onChange={(next) => void run.show(next, text.peek())}
        />
        <div class="search end">
          <Icon name="search" />
          <input
            class="input"
            type="search"
            aria-label={t('shell.search')}
            placeholder={t('sheet.search')}
            value={text.value}
            onInput={(event) => void run.show(filter.peek(), event.currentTarget.value.slice(0, searchMax))}
          />
        </div>
      </div>
      {children}
      {rows.failure.value && <FailureNote failure={rows.failure.value} about="reading" />}
      {total === null && !rows.failure.value && <Skeleton rows={8} />}
      {total === 0 && <NoRows />}
      {total !== null && total > 0 && <Rows label={label} total={total} onEdit={setEdited} />}
      {edited && <EditRow key={edited.rowId} row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function NoRows() {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const text = run.rows.shown.value?.text ?? '';
  return (
    <Empty
      icon="search"
      title={t('sheet.noneHere')}
      text={text && t('sheet.noneFound', { text })}
      action={<Button onClick={() => void run.show('all', '')}>{t('people.showAll')}</Button>}
    />
  );
}

type RowsProps = { readonly label: string; readonly total: number; readonly onEdit: (row: RunRow) => void };

function Rows({ label, total, onEdit }: RowsProps) {
  const { rows } = useStates().work.sheet.run;
  const scroller = useRef<HTMLElement>(null);
  const { first, last, topPx, heightPx } = useRowWindow({
    count: total,
    heightOf: (index) => heightOfRow(rows.at(index)),
    scroller,
  });
  const drawn = Array.from({ length: last - first + 1 }, (_, n) => first + n);

  useEffect(() => void rows.want(first, last), [first, last, rows, rows.pages.value]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [rows.shown.value]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
    <section class="scrolling run-rows" ref={scroller} tabIndex={0} aria-label={label}>
      <div style={{ height: `${heightPx}px` }}>
        <ul class="list rows-live" style={{ transform: `translateY(${topPx}px)` }}>
          {drawn.map((index) => {
            const row = rows.at(index);
            const place = { 'aria-setsize': total, 'aria-posinset': index + 1 };
            return row ? (
              <RowView key={row.rowId} row={row} place={place} onEdit={() => onEdit(row)} />
            ) : (
              <li key={`place-${index}`} class="row" {...place} aria-busy style={{ height: `${rowPx}px` }}>
                <span class="skeleton width-1" />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
