import { useMemo, useState } from 'preact/hooks';
import type { Person } from '../../../core/contact.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field } from '../../components/field.tsx';
import { toast } from '../../components/toast.tsx';
import { createListSaving } from '../../state/list-saving.ts';
import { listNameMax } from '../../state/people-changes.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type SaveListProps = {
  /** The group's name: the list is proposed to be called so. */
  readonly name: string;
  readonly people: readonly Person[];
};

/** Keeps the people of a group as a saved list. */
export function SaveList(props: SaveListProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon="list" onClick={() => setOpen(true)}>
        {t('savedLists.save')}
      </Button>
      {isOpen && <SaveListDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveListDialog({ name: groupName, people, onClose }: SaveListProps & { readonly onClose: () => void }) {
  const t = useWords();
  const { api, work } = useStates();
  const { accountId, people: desk } = work;
  const saving = useMemo(() => createListSaving({ api, accountId, changes: desk.changes }), [api, accountId, desk]);
  const [name, setName] = useState(groupName.slice(0, listNameMax));
  const [wasEmpty, setWasEmpty] = useState(false);

  const save = async () => {
    setWasEmpty(name.trim() === '');
    if (name.trim() === '') return;
    const saved = await saving.save(name.trim(), people);
    if (!saved) return;
    toast(t('savedLists.saved', { name: saved.name, count: saved.count }), () => void desk.undo.takeBack(saved.step));
    onClose();
  };

  return (
    <Dialog
      open
      title={t('savedLists.saveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="primary" busy={saving.isBusy.value && t('savedLists.saving')} onClick={() => void save()}>
            {t('savedLists.saveVerb')}
          </Button>
        </>
      }
    >
      <Field
        label={t('savedLists.name')}
        problem={wasEmpty && name.trim() === '' ? { text: t('savedLists.nameEmpty') } : null}
      >
        {(idProps) => (
          <input
            {...idProps}
            class="input"
            autocomplete="off"
            maxLength={listNameMax}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && void save()}
          />
        )}
      </Field>
      <p class="quiet-text">{t('savedLists.saveText', { count: people.length })}</p>
      {saving.failure.value && <FailureNote failure={saving.failure.value} about="reading" />}
    </Dialog>
  );
}
