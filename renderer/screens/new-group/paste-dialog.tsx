import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { type Picker, pasteMax } from '../../state/picker.ts';
import { useWords } from '../../words.ts';

type PasteDialogProps = { readonly picker: Picker; readonly open: boolean; readonly onClose: () => void };

/** A place to paste a column into, for those who look for one. */
export function PasteDialog({ picker, open, onClose }: PasteDialogProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const isTooLong = text.length > pasteMax;

  const close = () => {
    setText('');
    onClose();
  };
  const add = async () => {
    if (text.trim() === '') return close();
    if (await picker.addText(text)) close();
  };

  return (
    <Dialog
      open={open}
      title={t('newGroup.pasteTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('shell.back')}</Button>
          <Button kind="primary" busy={picker.reading.value && t('newGroup.reading')} onClick={() => void add()}>
            {t('newGroup.pasteAdd')}
          </Button>
        </>
      }
    >
      <Field label={t('newGroup.pasteLabel')} problem={isTooLong ? { text: t('newGroup.tooLongPaste') } : null}>
        {(idProps) => (
          <textarea
            {...idProps}
            class="input lines"
            rows={8}
            autofocus
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
