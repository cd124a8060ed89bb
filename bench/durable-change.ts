import { addJob, openRecords, sure } from './record.ts';
import type { Row } from './row.ts';
import { median, settle, timed } from './settle.ts';

const most = 2;

/** P9: what it costs until a change of a job cannot be lost any more. */
export const durableChange: Row = {
  id: 'P9',
  what: 'a job moves on, durably, against one durable insert',
  promise: `≤ ${most} ×`,
  async measure() {
    const { journal, insert, close } = openRecords();
    try {
      const job = await addJob(journal);
      const line = JSON.stringify(job);
      let isHeld = false;
      const times = await settle({
        ours: () =>
          timed(async () => {
            isHeld = !isHeld;
            sure(await journal.move(job.id, { is: isHeld ? 'held' : 'requeued' }));
          }),
        reference: () => timed(() => insert(line)),
        figure: ({ ours, reference }) => median(ours) / median(reference),
      });
      const [ours, reference] = [median(times.ours), median(times.reference)];
      return { unit: 'ms', ours, reference, ratio: ours / reference, held: ours / reference <= most };
    } finally {
      close();
    }
  },
};
