import { useState } from 'preact/hooks';
import { isShorter, type RecordPeriod, recordPeriods } from '../../../core/record-period.ts';
import { Select } from '../../components/select.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from './set-row.tsx';
import { type Shortening, ShorterDialog } from './shorter-dialog.tsx';
import { useLocked } from './use-locked.ts';

/** How long the record is kept. What would go is summed up before it goes: nobody can bring it back. */
export function RecordSettings() {
  const t = useWords();
  const { settings: state } = useStates();
  const locked = useLocked();
  const { keepRecordsFor } = state.settings.value;
  const [shortening, setShortening] = useState<Shortening | null>(null);

  async function choose(keepFor: RecordPeriod): Promise<void> {
    const old = isShorter(keepFor, keepRecordsFor) ? await state.countOld(keepFor) : null;
    if (old && old.groups + old.runs > 0) setShortening({ keepFor, ...old });
    // When it could not be counted, why is said above, and nothing is removed unseen.
    else if (old || !isShorter(keepFor, keepRecordsFor)) await state.change({ keepRecordsFor: keepFor });
  }

  return (
    <>
      <h2>{t('settings.record')}</h2>
      <SetRow
        name={t('settings.keepFor')}
        help={t('settings.keepForHelp')}
        locked={locked('keepRecordsFor', t(`settings.keep-${keepRecordsFor}`))}
      >
        {(idProps) => (
          <Select
            {...idProps}
            options={recordPeriods.map((value) => ({ value, label: t(`settings.keep-${value}`) }))}
            value={shortening?.keepFor ?? keepRecordsFor}
            onChange={(chosen) => void choose(chosen)}
          />
        )}
      </SetRow>
      {shortening && <ShorterDialog shortening={shortening} onClose={() => setShortening(null)} />}
    </>
  );
}
