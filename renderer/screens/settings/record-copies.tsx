import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

type Copy = Answer<'record.copies'>[number];

/** The daily copies of the record, each with the way back to it. */
export function RecordCopies() {
  const t = useWords();
  const format = useFormat();
  const { app } = useStates();
  const [copies, setCopies] = useState<readonly Copy[] | null>(null);
  const [chosen, choose] = useState<Copy | null>(null);
  useEffect(() => {
    void app.copies().then((answer) => setCopies(answer.ok ? answer.value : []));
  }, []);
  if (copies === null) return null;
  const nameOf = ({ atMs }: Copy) => `${format.date(atMs, Date.now())}, ${format.time(atMs)}`;
  const sizeOf = ({ bytes }: Copy) => format.number(Math.max(0.1, Math.round(bytes / 1e5) / 10));
  return (
    <>
      <div class="set-row">
        <div>
          <b>{t('settings.copies')}</b>
          <span class="small">{t(copies.length === 0 ? 'settings.copiesNone' : 'settings.copiesHelp')}</span>
        </div>
      </div>
      {copies.length > 0 && (
        <ul class="list copies" aria-label={t('settings.copies')}>
          {copies.map((copy) => (
            <li class="row" key={copy.name}>
              <span class="row-main">{nameOf(copy)}</span>
              <span class="row-note">{t('settings.megabytes', { count: sizeOf(copy) })}</span>
              <Button size="small" label={t('settings.putBackOf', { when: nameOf(copy) })} onClick={() => choose(copy)}>
                {t('settings.putBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen && <PutBack name={chosen.name} when={nameOf(chosen)} onClose={() => choose(null)} />}
    </>
  );
}

type PutBackProps = { readonly name: string; readonly when: string; readonly onClose: () => void };

function PutBack({ name, when, onClose }: PutBackProps) {
  const t = useWords();
  const { app } = useStates();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function putBack(): Promise<void> {
    const answer = await app.putBack(name);
    if (!answer.ok) setFailure(answer.failure);
  }

  return (
    <Dialog
      open
      title={t('settings.putBackTitle', { when })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="danger" onClick={() => void putBack()}>
            {t('settings.putBackVerb')}
          </Button>
        </>
      }
    >
      {failure ? (
        <FailureNote failure={failure} about="reading" />
      ) : (
        <p class="quiet-text">{t('settings.putBackText')}</p>
      )}
    </Dialog>
  );
}
