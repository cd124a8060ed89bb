import { useEffect, useState } from 'preact/hooks';
import type { RunPlan } from '../../../core/run-plan.ts';
import { NumberInput } from '../../components/number-input.tsx';
import { Switch } from '../../components/switch.tsx';
import { useStates } from '../../states.ts';
import { language, useWords } from '../../words.ts';
import { SetRow } from '../settings/set-row.tsx';
import { readTime } from './read-time.ts';
import { weekdaysIn } from './weekdays.ts';

type PlanFormProps = { readonly plan: RunPlan; readonly isDraft: boolean };

/** The contract's limits. */
const slowestMinutes = 240;
const mostPerDay = 1000;

/** Pace, day's limit, hours, days and beginning. */
export function PlanForm({ plan, isDraft }: PlanFormProps) {
  const t = useWords();
  const { settings, work } = useStates();
  const { run } = work.sheet;
  const { days, from, paceMinutes, perDay, stopAfterRefusals, timeZone, to } = plan;
  const isElsewhere = timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  const steps = { lessLabel: t('sheet.less'), moreLabel: t('sheet.more1') };

  return (
    <div class="plan-form">
      <SetRow name={t('settings.pace')} help={t('sheet.paceHelp')}>
        {(idProps) => (
          <span class="line">
            <span class="quiet-text">{t('sheet.paceBefore')}</span>
            <NumberInput
              {...idProps}
              {...steps}
              value={paceMinutes}
              min={Math.min(paceMinutes, settings.settings.value.paceMinutes)}
              max={slowestMinutes}
              onChange={(minutes) => void run.setPlan({ paceMinutes: minutes })}
            />
            <span class="quiet-text">{t('sheet.minutesUnit')}</span>
          </span>
        )}
      </SetRow>
      <SetRow name={t('sheet.perDay')} help={t('sheet.perDayHelp')}>
        {(idProps) => (
          <span class="line">
            <span class="quiet-text">{t('sheet.perDayBefore')}</span>
            <NumberInput
              {...idProps}
              {...steps}
              value={perDay}
              min={1}
              max={mostPerDay}
              onChange={(most) => void run.setPlan({ perDay: most })}
            />
            <span class="quiet-text">{t('sheet.perDayUnit')}</span>
          </span>
        )}
      </SetRow>
      <SetRow
        name={t('sheet.hours')}
        help={[t('sheet.hoursHelp'), isElsewhere && t('sheet.zone', { zone: timeZone })].filter(Boolean).join(' ')}
      >
        {(idProps) => (
          <span class="line">
            <TimeInput
              {...idProps}
              label={t('sheet.from')}
              value={from}
              onChange={(time) => run.setPlan({ from: time })}
            />
            –
            <TimeInput label={t('sheet.to')} value={to} onChange={(time) => run.setPlan({ to: time })} />
          </span>
        )}
      </SetRow>
      <SetRow name={t('sheet.days')}>
        {({ id }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for a legend that would be seen twice.
          <span class="toggles" role="group" aria-label={t('sheet.days')}>
            {weekdaysIn(language.value).map(({ long, short }, day) => (
              <button
                key={long}
                type="button"
                id={day === 0 ? id : undefined}
                aria-pressed={days[day] === true}
                title={long}
                onClick={() => void run.setPlan({ days: days.map((isOn, place) => (place === day ? !isOn : isOn)) })}
              >
                {short}
              </button>
            ))}
          </span>
        )}
      </SetRow>
      {isDraft && <Begin plan={plan} />}
      <SetRow name={t('sheet.stopAfter')} help={t('sheet.stopAfterHelp')}>
        {({ id }) => (
          <Switch
            id={id}
            checked={stopAfterRefusals}
            onChange={(isOn) => void run.setPlan({ stopAfterRefusals: isOn })}
          />
        )}
      </SetRow>
    </div>
  );
}

type TimeInputProps = {
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
};

/** What is typed counts when one leaves the field or presses Enter; what is no time of day does not. */
function TimeInput({ label, value, onChange, ...idProps }: TimeInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);

  function take(): void {
    const time = readTime(typed) ?? value;
    setTyped(time);
    if (time !== value) onChange(time);
  }

  return (
    <input
      {...idProps}
      class="input time"
      aria-label={label}
      inputMode="numeric"
      autocomplete="off"
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

function Begin({ plan }: { readonly plan: RunPlan }) {
  const t = useWords();
  const { clock, work } = useStates();
  const { run } = work.sheet;
  const { startAtMs } = plan;
  const begin = (atMs: number | null) => void run.setPlan({ startAtMs: atMs });
  return (
    <SetRow name={t('sheet.begin')}>
      {({ id }) => (
        <div class="stack tight" role="radiogroup" aria-label={t('sheet.begin')}>
          <label class="option">
            <input
              id={id}
              class="radio"
              type="radio"
              name="begin"
              checked={startAtMs === null}
              onChange={() => begin(null)}
            />
            {t('sheet.beginNow')}
          </label>
          <label class="option">
            <input
              class="radio"
              type="radio"
              name="begin"
              checked={startAtMs !== null}
              onChange={() => begin(nextMorning(clock.now()))}
            />
            {t('sheet.beginAt')}
          </label>
          {startAtMs !== null && (
            <input
              class="input"
              type="datetime-local"
              aria-label={t('sheet.beginWhen')}
              value={toLocal(startAtMs)}
              onChange={(event) => {
                const atMs = new Date(event.currentTarget.value).getTime();
                if (!Number.isNaN(atMs)) begin(atMs);
              }}
            />
          )}
        </div>
      )}
    </SetRow>
  );
}

function nextMorning(nowMs: number): number {
  const day = new Date(nowMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 9).getTime();
}

/** As the browser's field wants it: `2026-11-23T09:00` by the clocks of this computer. */
function toLocal(atMs: number): string {
  const offsetMs = new Date(atMs).getTimezoneOffset() * 60_000;
  return new Date(atMs - offsetMs).toISOString().slice(0, 16);
}
