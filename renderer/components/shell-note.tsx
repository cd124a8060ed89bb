import { useStates } from '../states.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure-note.tsx';

/** A failure of something that belongs to no screen (copying, opening a link, practice); it stays until closed. */
export function ShellNote() {
  const t = useWords();
  const { failure, restart } = useStates().app;
  if (!failure.value) return null;
  return (
    <FailureNote
      failure={failure.value}
      about="reading"
      actions={
        <>
          {failure.value.code === 'record-unreadable' && (
            <Button size="small" onClick={() => void restart()}>
              {t('shell.restart')}
            </Button>
          )}
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              failure.value = null;
            }}
          >
            {t('shell.close')}
          </Button>
        </>
      }
    />
  );
}
