import type { GroupRun } from '../../../core/group-run.ts';
import { Banner } from '../../components/banner.tsx';
import { useFormat, useWords } from '../../words.ts';

/** The free tariff lets an account write in so many chats a month: GREEN-API "About tariffs". */
const freeChats = 3;

/** That the month's allowance may not be enough for what is planned, as far as anything is known of it. */
export function AllowanceNote({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const format = useFormat();
  const { allowance, counts } = run;
  if (allowance === null || counts.ready <= (allowance.is === 'told' ? allowance.left : freeChats)) return null;
  const date = (atMs: number) => format.date(atMs, Date.now());
  return (
    <Banner kind="warn" icon="alert">
      <p>
        {allowance.is === 'free'
          ? t('sheet.freeTariff', { checks: allowance.checks, chats: freeChats })
          : t('sheet.allowance', {
              ...{ total: allowance.total, left: allowance.left, planned: counts.ready },
              ...{ date: date(allowance.saidAtMs), anew: date(allowance.resetsAtMs) },
            })}
      </p>
    </Banner>
  );
}
