import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { TroubleNote } from '../people-import/trouble-note.tsx';
import { useDrop } from '../people-import/use-drop.ts';
import { RunLines } from './run-lines.tsx';
import { SheetHead } from './sheet-head.tsx';
import { TemplateMenu } from './template-menu.tsx';

/** The way in: a file that is chosen or dropped, an example to fill in, and what was begun before. */
export function Door() {
  const t = useWords();
  const { accountId, sheet } = useStates().work;
  const { file, runs } = sheet;
  const busy = file.busy.value;
  const { isOver, ...dropProps } = useDrop((files) => void file.open(files));

  useEffect(() => void runs.read(), [accountId.value, runs]);

  return (
    <main class="page" {...dropProps}>
      <SheetHead at="file" />
      <div class="body stack">
        <TroubleNote trouble={file.trouble.value} at={['opening']} />
        <div class={isOver ? 'drop-zone over' : 'drop-zone'}>
          <Icon name="sheet" large />
          {busy === 'opening' ? (
            <Spinner words={t('peopleImport.opening')} />
          ) : (
            <>
              <Button
                kind="primary"
                size="main"
                disabled={accountId.value === null}
                busy={busy === 'choosing' && t('peopleImport.choosing')}
                onClick={() => void file.choose()}
              >
                {t(file.trouble.value ? 'peopleImport.another' : 'peopleImport.choose')}
              </Button>
              <p class="quiet-text">{t(isOver ? 'peopleImport.letGo' : 'peopleImport.orDrop')}</p>
            </>
          )}
        </div>
        <div class="line spread">
          <p class="small">
            {t('sheet.kinds')} {t('sheet.safe')}
          </p>
          <TemplateMenu />
        </div>
        {runs.failure.value && <FailureNote failure={runs.failure.value} about="reading" />}
        <RunLines />
      </div>
    </main>
  );
}
