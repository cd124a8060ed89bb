import { useState } from 'preact/hooks';
import type { RunLine } from '../../../core/group-run.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { progressOf } from '../../../core/run-progress.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

/** What was begun before: drafts, what goes on, and what has ended; the newest first. */
export function RunLines() {
  const t = useWords();
  const { runs } = useStates().work.sheet;
  const [removed, setRemoved] = useState<RunLine | null>(null);
  const lines = runs.lines.value;
  if (!lines?.length) return null;
  const close = () => setRemoved(null);
  return (
    <section aria-label={t('sheet.lists')}>
      <h2>{t('sheet.lists')}</h2>
      <ul class="list record rows-live run-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} onRemove={() => setRemoved(line)} />
        ))}
      </ul>
      {removed && (
        <Dialog
          open
          title={t('sheet.removeTitle', { file: removed.file })}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('shell.back')}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  void runs.remove(removed.id);
                  close();
                }}
              >
                {t('sheet.removeVerb')}
              </Button>
            </>
          }
        >
          <p>{t('sheet.removeText')}</p>
        </Dialog>
      )}
    </section>
  );
}

function Line({ line, onRemove }: { readonly line: RunLine; readonly onRemove: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { file, id, state, madeAtMs } = line;
  const { icon, kind, note } = wordsOf(line, t);
  return (
    <li class="row">
      <Icon name={icon} kind={kind} />
      <div class="row-main">
        <button type="button" class="row-title" title={file} onClick={() => go({ at: 'sheet', runId: id })}>
          {file}
        </button>
        <span class="row-note">{note}</span>
      </div>
      <span class="row-end nowrap">
        <time>{format.when(madeAtMs, Date.now())}</time>
        {state.at === 'draft' && (
          <Button kind="quiet" size="small" icon="bin" label={t('sheet.remove', { file })} onClick={onRemove} />
        )}
      </span>
    </li>
  );
}

type LineWords = {
  readonly icon: IconName;
  readonly kind: 'ok' | 'warn' | 'quiet';
  readonly note: string;
};

function wordsOf(line: RunLine, t: Say): LineWords {
  const { state, counts } = line;
  const { done, total } = progressOf(line);
  switch (state.at) {
    case 'draft':
      return { icon: 'pencil', kind: 'quiet', note: t('sheet.draftLine', { count: counts.ready }) };
    case 'running':
      return { icon: 'clock', kind: 'quiet', note: t('sheet.goesOn', { done, total }) };
    case 'paused':
      return { icon: 'pause', kind: 'quiet', note: t('sheet.paused', { done, total }) };
    case 'stopped':
      return { icon: 'alert', kind: 'warn', note: t('sheet.stands', { done, total }) };
    case 'ended': {
      const of = { done: counts.created, total };
      return state.how === 'done'
        ? { icon: 'done', kind: 'ok', note: t('sheet.done', of) }
        : { icon: 'stop', kind: 'quiet', note: t('sheet.stoppedForGood', of) };
    }
  }
}
