import { useState } from 'preact/hooks';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { AddPeopleDialog } from './add-people-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

/** What can be changed in a group that exists. */
export function GroupActions({ job }: { readonly job: GroupJob }) {
  const t = useWords();
  const [open, setOpen] = useState<'add' | 'rename' | null>(null);
  const close = () => setOpen(null);
  return (
    <div class="section line">
      <Button size="small" icon="add-person" onClick={() => setOpen('add')}>
        {t('groups.addPeople')}
      </Button>
      <Button size="small" icon="pencil" onClick={() => setOpen('rename')}>
        {t('groups.rename')}
      </Button>
      {open === 'add' && <AddPeopleDialog job={job} onClose={close} />}
      {open === 'rename' && <RenameDialog job={job} onClose={close} />}
    </div>
  );
}
