import { useState } from 'preact/hooks';
import { groupNameMax, normalizeName } from '../../../core/draft-rules.ts';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { NameField } from '../new-group/name-field.tsx';
import { JobFailure } from '../result/job-failure.tsx';

type RenameDialogProps = { readonly job: GroupJob; readonly onClose: () => void };

/** A new name for a group that exists; everybody in it sees it. */
export function RenameDialog({ job, onClose }: RenameDialogProps) {
  const t = useWords();
  const { work } = useStates();
  const [name, setName] = useState(job.name);
  const [wasEmpty, setWasEmpty] = useState(false);

  const rename = async () => {
    const next = normalizeName(name);
    setWasEmpty(next === '');
    if (next === '' || next.length > groupNameMax) return;
    if (next === job.name || (await work.job.rename(next))) onClose();
  };

  return (
    <Dialog
      open
      title={t('groups.renameTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            busy={work.job.acting.value?.action === 'rename' && t('groups.renaming')}
            onClick={() => void rename()}
          >
            {t('groups.renameVerb')}
          </Button>
        </>
      }
    >
      <NameField
        name={name}
        label={t('groups.renameLabel')}
        problem={wasEmpty ? 'name-empty' : null}
        onName={setName}
      />
      <p class="quiet-text">{t('groups.renameNote')}</p>
      <JobFailure actions={['rename']} />
    </Dialog>
  );
}
