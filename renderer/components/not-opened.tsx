import type { Failure } from '../../core/failure.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure-note.tsx';

type NotOpenedProps = { readonly failure: Failure; readonly onRetry: () => void; readonly onRestart: () => void };

/** All that the window shows when main could not answer its first question. */
export function NotOpened({ failure, onRetry, onRestart }: NotOpenedProps) {
  const t = useWords();
  const mustRestart = failure.code === 'record-unreadable';
  return (
    <main class="page-alone">
      <div class="welcome">
        <h1>CreateGroup</h1>
        <FailureNote
          failure={failure}
          about="reading"
          actions={
            <Button kind="primary" onClick={mustRestart ? onRestart : onRetry}>
              {t(mustRestart ? 'shell.restart' : 'shell.retry')}
            </Button>
          }
        />
      </div>
    </main>
  );
}
