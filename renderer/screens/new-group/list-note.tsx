import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../../components/banner.tsx';
import { Button, LinkButton } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { ListAdded, ListSource } from '../../state/list-source.ts';
import { useWords } from '../../words.ts';

type ListNoteProps = {
  readonly source: ListSource;
  /** As many people as the group holds. */
  readonly max: number;
};

/** What came of the last list that was added, with a way to take it back. */
export function ListNote({ source, max }: ListNoteProps) {
  const t = useWords();
  const last = source.last.value;
  const place = useRef<HTMLDivElement>(null);
  // The people that have come push it down, maybe out of the window.
  useEffect(() => {
    if (last) place.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  const close = <Button kind="quiet" size="small" icon="close" label={t('shell.close')} onClick={source.dismiss} />;
  return (
    <div class="list-outcome" ref={place}>
      {last?.at === 'failed' && <FailureNote failure={last.failure} about="reading" actions={close} />}
      {last?.at === 'too-many' && (
        <Banner kind="warn" icon="alert" actions={close} alert>
          <p>{t('savedLists.tooMany', { name: last.name, count: last.count, max })}</p>
        </Banner>
      )}
      <div role="status">{last?.at === 'added' && <Added added={last} source={source} />}</div>
    </div>
  );
}

type AddedProps = { readonly added: Extract<ListAdded, { readonly at: 'added' }>; readonly source: ListSource };

function Added({ added, source }: AddedProps) {
  const t = useWords();
  const { name, chatIds, already, noNumber } = added;
  const count = chatIds.length;
  const isEmpty = count + already + noNumber === 0;
  return (
    <div class="list-note small">
      <span>
        {count > 0 && t('savedLists.added', { count, name })}
        {count === 0 && t(isEmpty ? 'savedLists.nobody' : 'savedLists.nobodyNew', { name })}{' '}
        {count > 0 && already > 0 && t('savedLists.already', { count: already })}{' '}
        {noNumber > 0 && t('savedLists.noNumber', { count: noNumber })}
      </span>
      {count > 0 && <LinkButton onClick={source.undo}>{t('shell.undo')}</LinkButton>}
      <Button kind="quiet" size="small" icon="close" label={t('shell.close')} onClick={source.dismiss} />
    </div>
  );
}
