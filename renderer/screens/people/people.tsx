import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { ImportDialog } from '../people-import/import-dialog.tsx';
import { useDrop } from '../people-import/use-drop.ts';
import { AddDialog } from './add-dialog.tsx';
import { PeopleFound } from './people-found.tsx';
import { PeopleHead } from './people-head.tsx';
import { PeopleNotes } from './people-notes.tsx';
import { PersonPanel } from './person-panel.tsx';
import { usePeopleKeys } from './use-people-keys.ts';

/** What stands open over the list; a dropped file comes along. */
type Open = { readonly at: 'add' } | { readonly at: 'import'; readonly file: File | null };

/** The contacts of the account: search, choose, keep in lists, check, add, import, read anew from the phone. */
export function People() {
  const t = useWords();
  const { accountId, people } = useStates().work;
  const [open, setOpen] = useState<Open | null>(null);
  const { isOver, ...dropProps } = useDrop(([file]) => setOpen({ at: 'import', file: file ?? null }));
  const importFile = () => setOpen({ at: 'import', file: null });
  const close = () => setOpen(null);
  usePeopleKeys();

  useEffect(() => void people.open(), [accountId.value, people]);

  return (
    <>
      <main
        class={people.person.value.value ? 'page covers covered wide-side people-page' : 'page people-page'}
        {...dropProps}
      >
        <PeopleHead onImport={importFile} onAdd={() => setOpen({ at: 'add' })} />
        <div class="body fixed">
          <PeopleNotes />
          <PeopleFound onImport={importFile} />
        </div>
        <PersonPanel />
        {isOver && (
          <div class="drop-here">
            <Icon name="file" large />
            <h2>{t('people.dropTitle')}</h2>
            <p>{t('people.dropText')}</p>
          </div>
        )}
      </main>
      {open?.at === 'add' && <AddDialog onClose={close} />}
      {open?.at === 'import' && <ImportDialog file={open.file} onClose={close} />}
    </>
  );
}
