import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { createPeopleImport } from '../../state/people-import.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { Door } from './door.tsx';
import { KeepButton } from './keep-button.tsx';
import { PastePlace } from './paste-place.tsx';
import { Preview } from './preview.tsx';
import { useDrop } from './use-drop.ts';

type ImportDialogProps = {
  /** A file that was dropped on the screen behind; null begins at the door. */
  readonly file: File | null;
  readonly onClose: () => void;
};

/** People from a file or a text: choose it, look at what it gives, keep it. Closed before that, nothing is kept. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const t = useWords();
  const { api, work } = useStates();
  const incoming = useMemo(() => createPeopleImport({ api, accountId: work.accountId }), [api, work.accountId]);
  const [isPasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const { isOver, ...dropProps } = useDrop((files) => void incoming.open(files));
  const step = incoming.preview.value ? 'preview' : isPasting ? 'paste' : 'door';
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (file) void incoming.open([file]);
    return incoming.drop;
  }, [file, incoming]);

  // The button of the step before is gone, and the focus with it.
  useEffect(() => {
    const first = step === 'preview' ? null : body.current?.querySelector<HTMLElement>('textarea, button');
    (first ?? body.current)?.focus({ preventScroll: true });
  }, [step]);

  useStayWhile(() => incoming.busy.peek() === 'keeping');

  const onPaste = (event: ClipboardEvent) => {
    if (step !== 'door' || !event.clipboardData) return;
    const { files } = event.clipboardData;
    if (files.length > 0) return void incoming.open([...files]);
    setText(event.clipboardData.getData('text/plain'));
    goTo('paste');
  };

  /** To the text or back to the door; what was wrong with a file is no longer beside it. */
  const goTo = (where: 'paste' | 'door') => {
    incoming.drop();
    setPasting(where === 'paste');
  };

  const back = () => {
    if (step === 'preview') incoming.drop();
    else goTo('door');
  };

  return (
    <Dialog
      open
      wide={step === 'preview'}
      title={t('peopleImport.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={step === 'door' ? onClose : back}>
            {t(step === 'door' ? 'shell.cancel' : 'shell.back')}
          </Button>
          {step === 'preview' && <KeepButton incoming={incoming} onKept={onClose} />}
          {step === 'paste' && (
            <Button
              kind="primary"
              busy={incoming.busy.value === 'opening' && t('peopleImport.opening')}
              onClick={() => void incoming.openText(text, t('peopleImport.pasted'))}
            >
              {t('peopleImport.pasteFind')}
            </Button>
          )}
        </>
      }
    >
      <div class="import-body" ref={body} tabIndex={-1} onPaste={onPaste} {...dropProps}>
        {step === 'door' && <Door incoming={incoming} isOver={isOver} onPaste={() => goTo('paste')} />}
        {step === 'paste' && <PastePlace incoming={incoming} text={text} onText={setText} />}
        {step === 'preview' && <Preview incoming={incoming} />}
      </div>
    </Dialog>
  );
}

/** What is being kept cannot be left any more, and its end is worth seeing. */
function useStayWhile(isBusy: () => boolean): void {
  useEffect(() => {
    const stay = (event: KeyboardEvent) => {
      // A dialog itself can hold back only the first Esc; one that is stopped here does not reach it.
      if (event.key === 'Escape' && isBusy()) event.preventDefault();
    };
    document.addEventListener('keydown', stay, true);
    return () => document.removeEventListener('keydown', stay, true);
  }, []);
}
