import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { useWords } from '../../words.ts';
import { LastImport } from './last-import.tsx';
import { TroubleNote } from './trouble-note.tsx';

type DoorProps = {
  readonly incoming: PeopleImport;
  /** A file is held over the dialog. */
  readonly isOver: boolean;
  readonly onPaste: () => void;
};

/** The ways in: a file that is chosen or dropped, and text that is pasted. */
export function Door({ incoming, isOver, onPaste }: DoorProps) {
  const t = useWords();
  const { busy, trouble } = incoming;
  return (
    <>
      <TroubleNote trouble={trouble.value} at={['opening']} />
      <div class={isOver ? 'drop-zone over' : 'drop-zone'}>
        <Icon name="file" large />
        {busy.value === 'opening' ? (
          <Spinner words={t('peopleImport.opening')} />
        ) : (
          <>
            <Button
              kind="primary"
              size="main"
              busy={busy.value === 'choosing' && t('peopleImport.choosing')}
              onClick={() => void incoming.choose()}
            >
              {t(trouble.value ? 'peopleImport.another' : 'peopleImport.choose')}
            </Button>
            <p class="quiet-text">{t(isOver ? 'peopleImport.letGo' : 'peopleImport.orDrop')}</p>
          </>
        )}
      </div>
      <p class="small">
        {t('peopleImport.kinds')} {t('peopleImport.lookFirst')}
      </p>
      <div>
        <Button icon="paste" onClick={onPaste}>
          {t('peopleImport.paste')}
        </Button>
      </div>
      <LastImport />
    </>
  );
}
