import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGreenApi } from '../main/green-api/client.ts';
import { whatHappened } from '../main/groups/attempt.ts';
import { systemClock } from '../main/system-clock.ts';
import { addJob, moment, openRecords, sender, sure } from './record.ts';
import type { Row } from './row.ts';
import { median, settle, timed } from './settle.ts';

const most = 1.6;

/** P1: from the intent on the disk to the outcome on the disk, with the call between them. */
export const createGroup: Row = {
  id: 'P1',
  what: 'CreateGroup with durable intent and outcome, against bare node:http',
  promise: `≤ ${most} × at the median`,
  async measure() {
    const { journal, insert, close } = openRecords();
    const service = await serveCreated();
    // The service's own pace is not what is measured here.
    const pacer = { turn: () => Promise.resolve() };
    const credentials = { apiUrl: service.url, idInstance: '1100000001', apiTokenInstance: 'b'.repeat(50) };
    const api = createGreenApi(credentials, { pacer, clock: systemClock });
    try {
      sure(await journal.enlist({ now: moment(), isDead: () => false, firstReadInMs: 30_000 }));
      sure(await journal.see(sender, [{ chatId: '1@g.us', name: 'Known' }], moment()));

      const times = await settle({
        async ours() {
          const job = await addJob(journal);
          return timed(async () => {
            const begin = { sender, now: moment(), paceMs: 0, perDay: 1e9, freshSinceRunMs: 0, deadlineMs: 120_000 };
            const attempt = sure(await journal.begin(job.id, begin));
            const answer = await api.createGroup({ groupName: attempt.name, chatIds: attempt.chatIds });
            const { evidence } = answer.ok ? answer.value : answer.failure;
            const outcome = whatHappened(answer, 0);
            if (outcome.at !== 'created') throw new Error(`The bench's own service was not understood: ${outcome.at}`);
            const ending = {
              outcome,
              evidence,
              atMs: Date.now(),
              serverMs: Date.now(),
              firstReadInMs: 30_000,
              stop: null,
            };
            sure(await journal.end(attempt.id, ending));
          });
        },
        async reference() {
          const { name, people } = await addJob(journal);
          return timed(async () => {
            const body = JSON.stringify({ groupName: name, chatIds: people.map(({ chatId }) => chatId) });
            insert(body);
            insert(await post(`${service.url}/waInstance1100000001/createGroup/${'b'.repeat(50)}`, body));
          });
        },
        figure: ({ ours, reference }) => median(ours) / median(reference),
      });
      const [ours, reference] = [median(times.ours), median(times.reference)];
      return { unit: 'ms', ours, reference, ratio: ours / reference, held: ours / reference <= most };
    } finally {
      await service.close();
      close();
    }
  },
};

/** Answers every call with another created group, as fast as node:http can. */
async function serveCreated() {
  let groups = 0;
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      groups += 1;
      const chatId = `79000000000-${1_700_000_000 + groups}@g.us`;
      const groupInviteLink = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ created: true, chatId, groupInviteLink }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false as const, headers: { 'content-type': 'application/json' } };
    const request = http.request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject).end(body);
  });
}
