import { useState } from 'preact/hooks';
import { NumberInput } from '../../components/number-input.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from './set-row.tsx';
import { useLocked } from './use-locked.ts';

/** How often, how many and when. */
export function MakingSettings() {
  const t = useWords();
  return (
    <>
      <h2>{t('settings.making')}</h2>
      <PaceSetting />
      <PerDaySetting />
      <HoursSetting />
    </>
  );
}

/** Two hours is the slowest that makes sense. */
const slowestMinutes = 120;
/** What the service asks for. */
const usualLeastMinutes = 5;

function PaceSetting() {
  const t = useWords();
  const { policy, settings: state } = useStates();
  const locked = useLocked();
  const { paceMinutes } = state.settings.value;
  const { leastPaceMinutes: least, limitsPace } = policy.policy.value;
  const [wasOutside, setOutside] = useState(false);
  const tooFast =
    limitsPace || least !== usualLeastMinutes ? t('settings.paceLimit', { count: least }) : t('settings.paceLeast');
  return (
    <SetRow
      name={t('settings.pace')}
      help={wasOutside && paceMinutes === least ? tooFast : t('settings.paceHelp')}
      locked={locked('paceMinutes', t('settings.paceIs', { count: paceMinutes }))}
    >
      {(idProps) => (
        <span class="line">
          <NumberInput
            {...idProps}
            value={paceMinutes}
            min={least}
            max={slowestMinutes}
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
  );
}

/** The highest number of the settings: as many as the administrator allows, also later. */
const noOwnLimit = 200;

function PerDaySetting() {
  const t = useWords();
  const { policy, settings: state } = useStates();
  const locked = useLocked();
  const { groupsPerDay } = state.settings.value;
  const { limitsDay, mostPerDay } = policy.policy.value;
  return (
    <SetRow
      name={t('sheet.perDay')}
      help={t('sheet.perDayHelp')}
      padlock={limitsDay ? t('settings.perDayLimit', { count: mostPerDay }) : undefined}
      locked={locked('groupsPerDay', t('settings.perDayIs', { count: groupsPerDay }))}
    >
      {(idProps) => (
        <span class="line">
          <span class="quiet-text">{t('sheet.perDayBefore')}</span>
          <NumberInput
            {...idProps}
            value={groupsPerDay}
            min={1}
            max={mostPerDay}
            lessLabel={t('sheet.less')}
            moreLabel={t('sheet.more1')}
            onChange={(most) => void state.change({ groupsPerDay: most === mostPerDay ? noOwnLimit : most })}
          />
          <span class="quiet-text">{t('sheet.perDayUnit')}</span>
        </span>
      )}
    </SetRow>
  );
}

function HoursSetting() {
  const t = useWords();
  const { settings: state } = useStates();
  const locked = useLocked();
  const { hours } = state.settings.value;
  return (
    <SetRow
      name={t('sheet.hours')}
      help={t('settings.hoursHelp')}
      locked={locked('hours', t('settings.hoursAre', hours))}
    >
      {(idProps) => (
        <span class="line">
          <TimeInput
            {...idProps}
            label={t('sheet.from')}
            value={hours.from}
            onChange={(from) => void state.change({ hours: { ...hours, from } })}
          />
          –
          <TimeInput
            label={t('sheet.to')}
            value={hours.to}
            onChange={(to) => void state.change({ hours: { ...hours, to } })}
          />
        </span>
      )}
    </SetRow>
  );
}
