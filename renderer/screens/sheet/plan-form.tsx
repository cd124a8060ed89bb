import type { RunPlan } from '../../../core/run-plan.ts';
import { NumberInput } from '../../components/number-input.tsx';
import { Switch } from '../../components/switch.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useStates } from '../../states.ts';
import { language, useWords } from '../../words.ts';
import { SetRow } from '../settings/set-row.tsx';
import { weekdaysIn } from './weekdays.ts';

type PlanFormProps = { readonly plan: RunPlan; readonly isDraft: boolean };

/** The contract's limits. */
const slowestMinutes = 240;
const mostInPractice = 1000;

/** Pace, day's limit, hours, days and beginning. */
export function PlanForm({ plan, isDraft }: PlanFormProps) {
  const t = useWords();
  const { settings, work } = useStates();
  const { run } = work.sheet;
  const leastMinutes = settings.settings.value.paceMinutes;
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
              value={Math.max(paceMinutes, leastMinutes)}
              min={leastMinutes}
              max={slowestMinutes}
              onChange={(minutes) => void run.setPlan({ paceMinutes: minutes })}
            />
            <span class="quiet-text">{t('sheet.minutesUnit')}</span>
          </span>
        )}
      </SetRow>
      <PerDay perDay={perDay} />
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
      <SetRow name={t('sheet.keepAwake')} help={t('sheet.keepAwakeHelp')}>
        {({ id }) => (
          <Switch id={id} checked={plan.keepAwake} onChange={(isOn) => void run.setPlan({ keepAwake: isOn })} />
        )}
      </SetRow>
    </div>
  );
}

/** Never more than the settings and the administrator allow. */
function PerDay({ perDay }: Pick<RunPlan, 'perDay'>) {
  const t = useWords();
  const { accounts, policy, settings, work } = useStates();
  const { groupsPerDay } = settings.settings.value;
  const { limitsDay, mostPerDay } = policy.policy.value;
  const isPractice = accounts.isPractice.value;
  const most = isPractice ? mostInPractice : groupsPerDay;
  const isAdmins = policy.isLocked('groupsPerDay') || (limitsDay && groupsPerDay === mostPerDay);
  const isOwn = !isPractice && !isAdmins && groupsPerDay < mostPerDay;
  return (
    <SetRow
      name={t('sheet.perDay')}
      help={isOwn ? t('settings.perDayOwn', { count: groupsPerDay }) : t('sheet.perDayHelp')}
      padlock={isAdmins && !isPractice ? t('settings.perDayLimit', { count: groupsPerDay }) : undefined}
    >
      {(idProps) => (
        <span class="line">
          <span class="quiet-text">{t('sheet.perDayBefore')}</span>
          <NumberInput
            {...idProps}
            lessLabel={t('sheet.less')}
            moreLabel={t('sheet.more1')}
            value={Math.min(perDay, most)}
            min={1}
            max={most}
            onChange={(wanted) => void work.sheet.run.setPlan({ perDay: wanted })}
          />
          <span class="quiet-text">{t('sheet.perDayUnit')}</span>
        </span>
      )}
    </SetRow>
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
