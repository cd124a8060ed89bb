import type { ComponentChildren } from 'preact';
import type { Failure, FailureCode } from '../../../core/failure.ts';
import type { GroupRun } from '../../../core/group-run.ts';
import { progressOf } from '../../../core/run-progress.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Stops that only a person's word ends. */
const endedByPerson: readonly FailureCode[] = ['unknown', 'rate-overlimit', 'quota'];

/** Why a run stands, with the way on; or what came of it. */
export function RunBanner({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const { state, waiting } = run;
  switch (state.at) {
    case 'draft':
      return waiting && <FailureNote failure={waiting} about="waiting" />;
    case 'running':
      return (
        waiting && <FailureNote failure={waiting} about="waiting" actions={<WayOn failure={waiting} run={run} />} />
      );
    case 'paused':
      return (
        <Banner kind={state.why === 'copied' ? 'warn' : undefined} icon={state.why === 'copied' ? 'alert' : 'pause'}>
          <p>{t(state.why === 'copied' ? 'run.copiedText' : 'run.pausedText')}</p>
        </Banner>
      );
    case 'stopped':
      return (
        <FailureNote failure={state.failure} about="waiting" actions={<WayOn failure={state.failure} run={run} />} />
      );
    case 'ended':
      return <Ended run={run} how={state.how} />;
  }
}

type WayOnProps = { readonly failure: Failure; readonly run: GroupRun };

function WayOn({ failure, run }: WayOnProps): ComponentChildren {
  const t = useWords();
  const { api, policy, work } = useStates();
  const { accountId } = run;
  if (failure.code === 'not-linked') {
    return (
      <Button size="small" onClick={() => go({ at: 'link-phone', accountId })}>
        {t('newGroup.linkPhone')}
      </Button>
    );
  }
  if (failure.code === 'wrong-account' || failure.code === 'wrong-address' || failure.code === 'token-missing') {
    // Without the form a new set-up file is the only way, and the sentence speaks of the administrator.
    if (!policy.policy.value.accountsByHand) return null;
    return (
      <Button size="small" onClick={() => go({ at: 'account-form', accountId })}>
        {t('newGroup.openAccount')}
      </Button>
    );
  }
  if (failure.code === 'stale-groups' && failure.lost) {
    return (
      <Button size="small" onClick={() => void api['groups.beginAnew']({ accountId })}>
        {t('result.beginAnew')}
      </Button>
    );
  }
  // One that has stopped has its button in the head of the page.
  if (run.state.at !== 'running' || !endedByPerson.includes(failure.code)) return null;
  return (
    <Button size="small" onClick={() => void work.sheet.run.change('runs.resume', {})}>
      {t('run.resume')}
    </Button>
  );
}

function Ended({ run, how }: { readonly run: GroupRun; readonly how: 'done' | 'stopped' }) {
  const t = useWords();
  const { act } = useStates().work.sheet.run;
  const { created, refused, unknown, skipped } = run.counts;
  const { total } = progressOf(run);
  const isDone = how === 'done';
  return (
    <Banner
      kind={isDone && created === total ? 'ok' : undefined}
      icon={isDone ? 'done' : 'stop'}
      title={t(isDone ? 'run.endedTitle' : 'run.stoppedTitle', { created, total })}
      actions={
        run.resultsFile !== null && (
          <Button size="small" icon="open" onClick={() => void act('runs.showFile', {})}>
            {t('run.showFile')}
          </Button>
        )
      }
    >
      <p>
        {created < total && t('run.endedRest', { refused, unknown, skipped })}{' '}
        {run.resultsFile !== null && t('run.resultsIn', { file: run.resultsFile })}
      </p>
    </Banner>
  );
}
