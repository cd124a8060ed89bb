import type { GroupRun } from '../../../core/group-run.ts';
import type { Forecast } from '../../../core/run-plan.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

const daysShown = 10;
const dayMs = 86_400_000;

/** When it will be done, and how many groups are made on each day. */
export function ForecastSide({ run, count }: { readonly run: GroupRun; readonly count: number }) {
  const t = useWords();
  const format = useFormat();
  const forecast = useStates().work.sheet.run.forecast.value;
  return (
    <aside class="side">
      <div class="stack">
        {forecast && (
          <>
            <div role="status" aria-atomic="true">
              {forecast.doneAtMs === null ? (
                <p>{t('sheet.noTime')}</p>
              ) : (
                <>
                  <p class="quiet-text">{t('sheet.doneTitle')}</p>
                  <p class="big">{format.date(forecast.doneAtMs, Date.now())}</p>
                  <p>
                    {t('sheet.doneAbout', {
                      day: format.weekday(forecast.doneAtMs),
                      time: format.time(forecast.doneAtMs),
                    })}
                  </p>
                </>
              )}
            </div>
            <Days forecast={forecast} />
          </>
        )}
        <p class="quiet-text">
          {t('sheet.sum', {
            groups: t('sheet.groupCount', { count }),
            people: t('sheet.firstPeople', { count: run.people }),
          })}
        </p>
        <p class="small">{t('sheet.asleep')}</p>
        {run.state.at === 'draft' && run.allowance === null && <p class="small">{t('sheet.tariff')}</p>}
      </div>
    </aside>
  );
}

function Days({ forecast }: { readonly forecast: Forecast }) {
  const t = useWords();
  const format = useFormat();
  const shown = forecast.days.slice(0, daysShown);
  const more = forecast.days.length - shown.length;
  if (shown.length === 0) return null;
  const isAfterGap = (place: number) => {
    const [before, day] = [shown[place - 1]?.day, shown[place]?.day];
    return before !== undefined && day !== undefined && Date.parse(day) - Date.parse(before) > dayMs;
  };
  return (
    <ol class="days-plan" aria-label={t('sheet.byDay')}>
      {shown.flatMap(({ day, fromMs, toMs, groups }, place) => [
        isAfterGap(place) && (
          <li key={`off-${day}`} class="off">
            <span>{t('sheet.daysOff')}</span>
            <span />
            <span>–</span>
          </li>
        ),
        <li key={day}>
          <span>{format.dayShort(fromMs)}</span>
          <span class="nowrap">{`${format.time(fromMs)}–${format.time(toMs)}`}</span>
          <b>{format.number(groups)}</b>
        </li>,
      ])}
      {more > 0 && <li class="off">{t('sheet.moreDays', { count: more })}</li>}
    </ol>
  );
}
