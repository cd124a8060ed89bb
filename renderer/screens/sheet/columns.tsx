import { useEffect } from 'preact/hooks';
import type { SheetPreview, SheetReading } from '../../../core/group-sheet.ts';
import { Banner } from '../../components/banner.tsx';
import { Button, LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { Select } from '../../components/select.tsx';
import { go } from '../../route.ts';
import { headingLines } from '../../state/table-reading.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { TroubleNote } from '../people-import/trouble-note.tsx';
import { useDrop } from '../people-import/use-drop.ts';
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
  const headings = [
    ...headingLines(reading.headingLine).map((line) => ({
      value: String(line),
      label: t('peopleImport.headingsIn', { line }),
    })),
    { value: 'none', label: t('peopleImport.headingsNone') },
  ];
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
      {preview.sheets.length > 1 && (
        <Field label={t('peopleImport.sheet')}>
          {(idProps) => (
            <Select
              {...idProps}
              options={preview.sheets.map((name, place) => ({
                value: String(place),
                label: name || t('peopleImport.sheetNumber', { number: place + 1 }),
              }))}
              value={String(reading.table)}
              onChange={(place) => void file.change({ table: Number(place) })}
            />
          )}
        </Field>
      )}
      <Field label={t('peopleImport.headings')}>
        {(idProps) => (
          <Select
            {...idProps}
            options={headings}
            value={String(reading.headingLine ?? 'none')}
            onChange={(line) => void file.change({ headingLine: line === 'none' ? null : Number(line) })}
          />
        )}
      </Field>
    </div>
  );
}
