import { useState } from 'preact/hooks';
import { NumberInput } from '../../components/number-input.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from './set-row.tsx';

/** The service asks for at least five minutes between two groups; two hours is the slowest that makes sense. */
const leastMinutes = 5;
const mostMinutes = 120;

export function PaceSetting() {
  const t = useWords();
  const { settings: state } = useStates();
  const { paceMinutes } = state.settings.value;
  const [wasOutside, setOutside] = useState(false);
  const help = t(wasOutside && paceMinutes === leastMinutes ? 'settings.paceLeast' : 'settings.paceHelp');
  return (
    <>
      <h2>{t('settings.making')}</h2>
      <SetRow name={t('settings.pace')} help={help}>
        {(idProps) => (
          <span class="line">
            <NumberInput
              {...idProps}
              value={paceMinutes}
              min={leastMinutes}
              max={mostMinutes}
              lessLabel={t('settings.paceLess')}
              moreLabel={t('settings.paceMore')}
              onChange={(minutes, outside) => {
                setOutside(outside);
                void state.change({ paceMinutes: minutes });
              }}
            />
            <span class="quiet-text">{t('settings.paceUnit')}</span>
          </span>
        )}
      </SetRow>
    </>
  );
}
