import type { GroupJob, Member } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useFormat, useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { JobFailure } from './job-failure.tsx';
import { MakeAdmin } from './make-admin.tsx';
import { MissingPeople } from './missing-people.tsx';
import { SaveList } from './save-list.tsx';

/** Who is in, who is not yet and what can be done, by the last reading of the group. */
export function WhoIsIn({ job }: { readonly job: GroupJob }) {
  const t = useWords();
  const format = useFormat();
  const { membership } = job;
  if (!membership) return <NotReadYet asked={job.people.length} />;

  const isIn = membership.members.filter(({ at }) => at === 'in');
  const missing = membership.members.filter(({ at }) => at === 'not-yet');
  return (
    <section class="section" aria-label={t('result.who')}>
      <div class="line spread">
        <h2 class="number-line">
          <span>
            {format.number(isIn.length)} <small>{t('result.inGroup')}</small>
          </span>
          {missing.length > 0 && (
            <span>
              {format.number(missing.length)} <small>{t('result.notYet')}</small>
            </span>
          )}
        </h2>
        <CheckButton />
      </div>
      <JobFailure actions={job.link === null ? [] : ['check']} />
      {missing.length === 0 && <p class="quiet-text">{t('result.everybody')}</p>}
      <MissingPeople job={job} people={missing} />
      {membership.others > 0 && <p class="small others">{t('result.others', { count: membership.others })}</p>}
      {isIn.length > 0 && <InGroup people={isIn} checkedAtMs={membership.checkedAtMs} />}
      <p class="save-list">
        <SaveList name={job.name} people={membership.members} />
      </p>
    </section>
  );
}

function NotReadYet({ asked }: { readonly asked: number }) {
  const t = useWords();
  return (
    <section class="section stack" aria-label={t('result.who')}>
      <div class="line spread">
        <div>
          <p>{t('result.whoUnknown')}</p>
          <p class="quiet-text">{t('result.askedIn', { count: asked })}</p>
        </div>
        <CheckButton />
      </div>
    </section>
  );
}

function CheckButton() {
  const t = useWords();
  const { acting, check } = useJob();
  return (
    <Button
      size="small"
      icon="refresh"
      busy={acting.value?.action === 'check' && t('result.checking')}
      onClick={() => void check()}
    >
      {t('result.check')}
    </Button>
  );
}

function InGroup({ people, checkedAtMs }: { readonly people: readonly Member[]; readonly checkedAtMs: number }) {
  const t = useWords();
  const format = useFormat();
  return (
    <details class="fold">
      <summary>
        <Icon name="right" />
        {t('result.inFold', { count: people.length })}
        <span class="small">{t('result.checkedAt', { time: format.when(checkedAtMs, Date.now()) })}</span>
      </summary>
      <ul class="fold-list">
        {people.map((person) => (
          <li class="member" key={person.chatId}>
            <Icon name="check" kind="quiet" />
            <span class="name">{person.name || person.phone}</span>
            {person.isAdmin && <span class="badge">{t('result.admin')}</span>}
            {person.name && <span class="phone">{person.phone}</span>}
            {!person.isAdmin && <MakeAdmin person={person} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
