import { useState } from 'preact/hooks';
import type { GroupRun } from '../../../core/group-run.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Progress } from '../../components/progress.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { HelpDialog, type HelpHow } from './help-dialog.tsx';
import { MissingDialog } from './missing-dialog.tsx';

/** Who is not in their group yet, over the whole run, and what helps them; how far that has come. */
export function Missing({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const { change } = useStates().work.sheet.run;
  const [open, setOpen] = useState<HelpHow | 'who' | null>(null);
  const { helping, missing } = run;
  const close = () => setOpen(null);

  if (helping && helping.done < helping.total && !helping.failure) {
    const { done, total } = helping;
    return (
      <div class="run-line helping">
        <span role="status" class="nowrap">
          {t('run.helping', { done, total })}
        </span>
        <Progress label={t('run.missingTitle')} done={done} total={total} />
        <Button size="small" onClick={() => void change('runs.stopHelping', {})}>
          {t('run.stopHelping')}
        </Button>
      </div>
    );
  }
  if (missing.people === 0) return null;
  return (
    <>
      {helping?.failure && <FailureNote failure={helping.failure} about="reading" />}
      <Banner
        icon="people"
        actions={
          <>
            <Button size="small" onClick={() => setOpen('who')}>
              {t('run.whoMissing')}
            </Button>
            <Button size="small" onClick={() => setOpen('save-and-add')}>
              {t('run.saveAndAdd')}
            </Button>
            <Button size="small" onClick={() => setOpen('send-link')}>
              {t('run.sendLink')}
            </Button>
          </>
        }
      >
        <p>{t('run.missing', { count: missing.people, groups: t('run.inGroups', { count: missing.groups }) })}</p>
      </Banner>
      {open === 'who' && <MissingDialog onClose={close} />}
      {open !== null && open !== 'who' && <HelpDialog how={open} missing={missing} onClose={close} />}
    </>
  );
}
