import type { Failure } from '../../../core/failure.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { Refusal } from '../../state/dropped-file.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** A file that cannot be used, why, and the way on. */
export function RefusedSetup({ failure }: { readonly failure: Failure | Refusal }) {
  const t = useWords();
  const { setup } = useStates();
  return (
    <Dialog
      open
      title={t('setupFile.title')}
      onClose={setup.close}
      actions={
        <>
          <Button onClick={setup.close}>{t('shell.close')}</Button>
          <Button
            kind="primary"
            busy={setup.busy.value === 'choosing' && t('setupFile.choosing')}
            onClick={() => void setup.choose()}
          >
            {t('setupFile.another')}
          </Button>
        </>
      }
    >
      <Why failure={failure} />
    </Dialog>
  );
}

function Why({ failure }: { readonly failure: Failure | Refusal }) {
  const t = useWords();
  switch (failure.code) {
    case 'several':
      return (
        <Banner kind="warn" icon="alert" alert>
          <p>{t('setupFile.oneAtATime')}</p>
        </Banner>
      );
    case 'not-readable':
      return (
        <Banner kind="warn" icon="alert" alert>
          <p>{t('setupFile.notReadable', { file: failure.file })}</p>
        </Banner>
      );
    default:
      return <FailureNote failure={failure} about="reading" />;
  }
}
