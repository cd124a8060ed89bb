import { useEffect } from 'preact/hooks';
import type { SheetPreview, SheetReading } from '../../../core/group-sheet.ts';
import { Banner } from '../../components/banner.tsx';
import { Button, LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { TroubleNote } from '../people-import/trouble-note.tsx';
import { useDrop } from '../people-import/use-drop.ts';
import { TableFields } from '../shared/table-fields.tsx';
import { NamePattern } from './name-pattern.tsx';
import { ReadsSide } from './reads-side.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetTable } from './sheet-table.tsx';
import { TemplateMenu } from './template-menu.tsx';

/** The opened file: what each column holds, and what comes of it beside it. */
export function Columns() {
  const t = useWords();
  const { sheet } = useStates().work;
  const { file } = sheet;
  const { isOver, ...dropProps } = useDrop((files) => void file.open(files));
  const preview = file.preview.value;
  const reading = file.reading.value;

  // The button that led here is gone.
  useEffect(() => document.querySelector<HTMLElement>('.of-groups select')?.focus({ preventScroll: true }), []);

  if (!preview || !reading) return null;

  const { groups } = preview.counts;
  const busy = file.busy.value;
  const verb = t('sheet.checkVerb', { count: groups });
  const check = async () => {
    const runId = await sheet.check();
    if (runId !== null) go({ at: 'sheet', runId });
  };

  return (
    <main class={isOver ? 'page folds is-over' : 'page folds'} {...dropProps}>
      <SheetHead at="columns" />
      <div class="body stack" aria-busy={busy === 'reading'}>
        <TroubleNote trouble={file.trouble.value} at={['opening', 'reading', 'checking']} />
        <div class="file-line">
          <Icon name="sheet" />
          <b title={preview.file}>{preview.file}</b>
          <span class="quiet-text">{t('sheet.rows', { count: preview.counts.rows })}</span>
          <LinkButton onClick={() => void file.choose()}>{t('peopleImport.another')}</LinkButton>
        </div>
        <ReadingChoices preview={preview} reading={reading} />
        {groups === 0 && busy !== 'reading' && (
          <Banner kind="warn" icon="alert">
            <p>{t('sheet.noGroups')}</p>
          </Banner>
        )}
        <SheetTable preview={preview} reading={reading} />
        <NamePattern preview={preview} reading={reading} />
      </div>
      <ReadsSide preview={preview} reading={reading} />
      <footer class="foot">
        <span class="start">
          <TemplateMenu />
        </span>
        <Button onClick={() => file.drop()}>{t('shell.back')}</Button>
        <Button
          kind="primary"
          size="main"
          disabled={groups === 0 && busy !== 'reading'}
          busy={busy === 'checking' ? t('sheet.checking') : busy === 'reading' && verb}
          onClick={() => void check()}
        >
          {verb}
        </Button>
      </footer>
    </main>
  );
}

type Read = { readonly preview: SheetPreview; readonly reading: SheetReading };

/** What a row is, which sheet is read, and where its headings are. */
function ReadingChoices({ preview, reading }: Read) {
  const t = useWords();
  const { file } = useStates().work.sheet;
  return (
    <div class="reading-fields">
      <div class="field shape">
        <span class="label">{t('sheet.inThis')}</span>
        <div class="input-line">
          <Segments
            label={t('sheet.inThis')}
            options={[
              { value: 'row-is-person', label: t('sheet.person') },
              { value: 'row-is-group', label: t('sheet.group') },
            ]}
            value={reading.shape}
            onChange={(shape) => void file.change({ shape })}
          />
        </div>
      </div>
      <TableFields
        sheets={preview.sheets}
        table={reading.table}
        onTable={(table) => void file.change({ table })}
        headingLine={reading.headingLine}
        onHeadingLine={(headingLine) => void file.change({ headingLine })}
      />
    </div>
  );
}
