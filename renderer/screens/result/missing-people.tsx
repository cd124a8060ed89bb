import { useState } from 'preact/hooks';
import type { GroupJob, Member } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { useCopy } from '../shared/use-copy.ts';
import { JobFailure } from './job-failure.tsx';
import { SendLinkDialog } from './send-link-dialog.tsx';

type MissingPeopleProps = { readonly job: GroupJob; readonly people: readonly Member[] };

/** Everybody who was asked in and is not seen, each with what can be done now. */
export function MissingPeople({ job, people }: MissingPeopleProps) {
  if (people.length === 0) return null;
  return (
    <ul class="list rounded">
      {people.map((person) => (
        <MissingPerson key={person.chatId} job={job} person={person} />
      ))}
    </ul>
  );
}

export const doingWords = {
  adding: 'result.adding',
  'sending-link': 'result.sendingLink',
  'link-sent': 'result.linkSent',
  'link-unknown': 'result.linkUnknown',
  'add-unknown': 'result.addUnknown',
  'add-failed': 'result.addFailed',
} as const satisfies Record<NonNullable<Member['doing']>, string>;

function MissingPerson({ job, person }: { readonly job: GroupJob; readonly person: Member }) {
  const t = useWords();
  const copy = useCopy();
  const { acting, saveAndAdd } = useJob();
  const [isSending, setSending] = useState(false);
  const { chatId, name, phone, doing } = person;
  const { link } = job;
  const isAdding = doing === 'adding' || (acting.value?.action === 'save-and-add' && acting.value.chatId === chatId);
  const isRunning = isAdding || doing === 'sending-link';

  return (
    <li class="row tall">
      <Icon name={doing === 'link-sent' ? 'send' : 'alert'} kind={doing === 'link-sent' ? 'quiet' : 'warn'} />
      <div class="row-main">
        <span>
          <span class="row-title">{name || phone}</span> {name && <span class="row-note nowrap">{phone}</span>}
        </span>
        <p class="row-note">{doing ? t(doingWords[doing]) : t('result.notSeen')}</p>
        <div class="line actions">
          {link !== null && (
            <Button
              size="small"
              icon="copy"
              onClick={() => void copy(t('result.message', { name: job.name, link }), t('result.messageCopied'))}
            >
              {t('result.copyMessage')}
            </Button>
          )}
          <Button
            size="small"
            disabled={isRunning && !isAdding}
            busy={isAdding && t('result.adding')}
            onClick={() => void saveAndAdd(chatId)}
          >
            {t('result.saveAndAdd')}
          </Button>
          {link !== null && (
            <Button size="small" disabled={isRunning} onClick={() => setSending(true)}>
              {t('result.sendLink')}
            </Button>
          )}
        </div>
        <JobFailure actions={['save-and-add', 'send-link']} chatId={chatId} />
        {isSending && link !== null && (
          <SendLinkDialog job={job} link={link} person={person} onClose={() => setSending(false)} />
        )}
      </div>
    </li>
  );
}
