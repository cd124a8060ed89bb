import { FailureNote } from '../../components/failure-note.tsx';
import type { RunCall } from '../../state/run.ts';
import { useStates } from '../../states.ts';

/** Calls whose failure says whether a group was made. */
const aboutGroups: readonly RunCall[] = ['runs.start', 'runs.resume', 'runs.retry'];

type RunFailureProps = { readonly calls: readonly RunCall[] } | { readonly but: readonly RunCall[] };

/** Why the last of these calls did not go, where it was asked for. */
export function RunFailure(props: RunFailureProps) {
  const last = useStates().work.sheet.run.failure.value;
  if (!last) return null;
  const isHere = 'calls' in props ? props.calls.includes(last.call) : !props.but.includes(last.call);
  return isHere ? (
    <FailureNote failure={last.failure} about={aboutGroups.includes(last.call) ? 'group' : 'reading'} />
  ) : null;
}
