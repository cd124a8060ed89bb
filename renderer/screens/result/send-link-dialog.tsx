import { useState } from 'preact/hooks';
import type { GroupJob, Member } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { MessageField } from '../shared/message-field.tsx';
import { unbroken } from '../shared/unbroken.ts';
import { JobFailure } from './job-failure.tsx';

type SendLinkDialogProps = {
  readonly job: GroupJob;
  readonly link: string;
  readonly person: Member;
  readonly onClose: () => void;
};

/** One message to one person, once, with its text in view. */
export function SendLinkDialog({ job, link, person, onClose }: SendLinkDialogProps) {
  const t = useWords();
  const { acting, sendLink } = useJob();
  const [message, setMessage] = useState(t('result.message', { name: job.name, link }));
  const isEmpty = message.trim() === '';

  const send = async () => {
    if (!isEmpty && (await sendLink(person.chatId, message))) onClose();
  };

  return (
    <Dialog
      open
      title={t('result.sendTitle', { name: person.name || unbroken(person.phone) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            icon="send"
            disabled={isEmpty}
            busy={acting.value?.action === 'send-link' && t('result.sendingLink')}
            onClick={() => void send()}
          >
            {t('result.send')}
          </Button>
        </>
      }
    >
      <MessageField
        label={t('result.sendLabel')}
        help={t('result.sendNote', { number: unbroken(person.phone) })}
        message={message}
        onMessage={setMessage}
      />
      <JobFailure actions={['send-link']} chatId={person.chatId} />
    </Dialog>
  );
}
