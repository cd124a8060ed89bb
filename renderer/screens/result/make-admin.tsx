import { useState } from 'preact/hooks';
import type { Member } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { JobFailure } from './job-failure.tsx';

/** Makes somebody in the group an admin, after a word on what that means. */
export function MakeAdmin({ person }: { readonly person: Member }) {
  const t = useWords();
  const { acting, makeAdmin } = useJob();
  const [isAsking, setAsking] = useState(false);
  const name = person.name || person.phone;
  const close = () => setAsking(false);

  const confirm = async () => {
    if (await makeAdmin(person.chatId)) close();
  };

  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon="admin"
        label={t('groups.makeAdminOf', { name })}
        onClick={() => setAsking(true)}
      />
      <Dialog
        open={isAsking}
        title={t('groups.makeAdminTitle', { name })}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('shell.back')}</Button>
            <Button
              kind="primary"
              busy={acting.value?.action === 'make-admin' && t('result.working')}
              onClick={() => void confirm()}
            >
              {t('groups.makeAdmin')}
            </Button>
          </>
        }
      >
        <p class="quiet-text">{t('groups.makeAdminText')}</p>
        <JobFailure actions={['make-admin']} chatId={person.chatId} />
      </Dialog>
    </>
  );
}
