import type { RecordPeriod } from '../../../core/record-period.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** A shorter time that was chosen, and what goes with it. */
export type Shortening = { readonly keepFor: RecordPeriod; readonly groups: number; readonly runs: number };

type ShorterDialogProps = { readonly shortening: Shortening; readonly onClose: () => void };

/** How much leaves the record for good, before it does. */
export function ShorterDialog({ shortening: { keepFor, groups, runs }, onClose }: ShorterDialogProps) {
  const t = useWords();
  const { settings } = useStates();

  async function shorten(): Promise<void> {
    await settings.change({ keepRecordsFor: keepFor });
    onClose();
  }

  return (
    <Dialog
      open
      title={t('settings.shortenTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="danger" onClick={() => void shorten()}>
            {t('settings.shortenVerb')}
          </Button>
        </>
      }
    >
      <p>
        {groups > 0 && t('settings.shortenGroups', { count: groups })}{' '}
        {runs > 0 && t('settings.shortenRuns', { count: runs })}
      </p>
      <p class="quiet-text">{t('settings.shortenText')}</p>
    </Dialog>
  );
}
