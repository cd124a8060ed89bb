import type { GroupJob } from '../../../core/group-job.ts';
import { useFormat, useWords } from '../../words.ts';

type JobFactsProps = { readonly job: GroupJob; readonly when?: string | null };

const namesShown = 3;

/** Whom a group is for, from which number, and when. */
export function JobFacts({ job, when }: JobFactsProps) {
  const t = useWords();
  const format = useFormat();
  const shown = job.people
    .slice(0, namesShown)
    .map(({ name, phone }) => name || phone)
    .join(', ');
  const more = job.people.length - namesShown;
  return (
    <dl class="facts">
      <dt>{t('result.people')}</dt>
      <dd>
        {format.number(job.people.length)}: {more > 0 ? t('newGroup.andMore', { names: shown, count: more }) : shown}
      </dd>
      {job.fromPhone && (
        <>
          <dt>{t('result.from')}</dt>
          <dd class="nowrap">{job.fromPhone}</dd>
        </>
      )}
      {when && (
        <>
          <dt>{t('result.when')}</dt>
          <dd>
            <b>{when}</b>
          </dd>
        </>
      )}
      <dt>{t('result.asked')}</dt>
      <dd>{format.when(job.askedAtMs, Date.now())}</dd>
    </dl>
  );
}
