import type { PeoplePreview } from '../../../core/people-import.ts';
import { LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { useWords } from '../../words.ts';
import { BadLines } from './bad-lines.tsx';
import { ColumnTable } from './column-table.tsx';
import { FirstPeople } from './first-people.tsx';
import { Gives } from './gives.tsx';
import { KeepOptions } from './keep-options.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { TroubleNote } from './trouble-note.tsx';

/** The opened file: how it is read at the left, what it gives at the right. */
export function Preview({ incoming }: { readonly incoming: PeopleImport }) {
  const preview = incoming.preview.value;
  if (!preview) return null;
  return (
    <>
      <FileLine incoming={incoming} preview={preview} />
      <TroubleNote trouble={incoming.trouble.value} at={['opening', 'reading', 'keeping']} />
      <div class="import-columns" aria-busy={incoming.busy.value === 'reading'}>
        <div class="stack">
          {preview.table ? (
            <>
              <ReadingFields incoming={incoming} table={preview.table} />
              <ColumnTable incoming={incoming} table={preview.table} />
            </>
          ) : (
            <FirstPeople preview={preview} max={12} />
          )}
          <BadLines incoming={incoming} preview={preview} />
        </div>
        <div class="stack">
          <Gives preview={preview} isReading={incoming.busy.value === 'reading'} />
          {preview.table && <FirstPeople preview={preview} max={3} />}
          {preview.counts.people > 0 && <KeepOptions incoming={incoming} />}
        </div>
      </div>
    </>
  );
}

type FileLineProps = { readonly incoming: PeopleImport; readonly preview: PeoplePreview };

function FileLine({ incoming, preview }: FileLineProps) {
  const t = useWords();
  const { file, kind, counts } = preview;
  return (
    <div class="file-line">
      <Icon name="file" />
      <b title={file}>{file || t('peopleImport.pasted')}</b>
      <span class="quiet-text">
        {t(kind === 'vcard' ? 'peopleImport.cards' : 'peopleImport.lines', { count: counts.lines })}
      </span>
      <LinkButton onClick={() => void incoming.choose()}>{t('peopleImport.another')}</LinkButton>
    </div>
  );
}
