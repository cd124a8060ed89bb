import type { GroupJob } from '../../../core/group-job.ts';
import { Cancelled } from './cancelled.tsx';
import { Queued } from './queued.tsx';
import { Refused } from './refused.tsx';
import { Sending } from './sending.tsx';
import { Unknown } from './unknown.tsx';

/** Where a group stands that is not ready: in the queue, on its way, refused, not known yet. */
export function JobStory({ job }: { readonly job: GroupJob }) {
  const { state } = job;
  switch (state.at) {
    case 'queued':
      return <Queued job={job} state={state} />;
    case 'sending':
      return <Sending job={job} state={state} />;
    case 'refused':
      return <Refused job={job} state={state} />;
    case 'unknown':
      return <Unknown job={job} state={state} />;
    case 'cancelled':
      return <Cancelled job={job} />;
    case 'created':
      return null;
  }
}
