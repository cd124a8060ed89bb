import { expect, test } from 'vitest';
import type { Api } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import type { GroupJob } from '../../../core/group-job.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createJob } from '../../../renderer/state/job.ts';
import { byHand, created, jobOf, memberOf, queued, unknown } from './samples.ts';

type Answer = Result<GroupJob, Failure>;

/** Every call of a group is answered by hand and written down by its name. */
function setUp() {
  const asked: string[] = [];
  const hand = byHand<unknown, Answer>();
  const api = new Proxy(
    {},
    {
      get: (_, name) => (args: unknown) => {
        asked.push(String(name));
        return hand.call(args);
      },
    },
  );
  // Every groups.* call but saveQr answers a job, and saveQr is not called here.
  return { job: createJob(api as Api), asked, answer: hand.answer, args: hand.calls };
}

const whole = jobOf('j1', created, {
  link: 'https://chat.whatsapp.com/AAAAAAAAAAAAAAAAAAAAAA',
  membership: { checkedAtMs: 1, members: [memberOf(1, 'in')], others: 0 },
});

test('a group whose link is known is shown without another read', async () => {
  const { job, asked, answer } = setUp();

  void job.open('a1', 'j1');
  await answer(ok(whole));

  expect(job.value.value).toEqual(whole);
  expect(asked).toEqual(['groups.show']);
});

test('a ready group without a link is read again by itself, once', async () => {
  const { job, asked, answer } = setUp();

  void job.open('a1', 'j1');
  await answer(ok({ ...whole, link: null }));
  await answer(ok({ ...whole, link: null }));

  expect(asked).toEqual(['groups.show', 'groups.check']);
  expect(job.acting.value).toBeNull();
});

test('a group in the queue is not asked about at the service', async () => {
  const { job, asked, answer } = setUp();

  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', queued)));

  expect(asked).toEqual(['groups.show']);
});

test('a second click while an action runs does nothing', async () => {
  const { job, asked, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', unknown)));

  void job.decide({ is: 'make-it', lookedOnPhone: false });
  void job.decide({ is: 'make-it', lookedOnPhone: false });

  expect(asked).toEqual(['groups.show', 'groups.decide']);
  expect(job.acting.value).toEqual({ action: 'decide', chatId: null });
});

test('an action asked for while another one runs is done after it, not lost', async () => {
  const { job, asked, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(whole));

  void job.check();
  void job.saveAndAdd('79000000003@c.us');
  expect(asked).toEqual(['groups.show', 'groups.check']);
  expect(job.acting.value).toEqual({ action: 'save-and-add', chatId: '79000000003@c.us' });
  await answer(ok(whole));

  expect(asked).toEqual(['groups.show', 'groups.check', 'groups.saveAndAdd']);
});

test('a failure belongs to the action and the person it was about', async () => {
  const { job, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(whole));

  void job.saveAndAdd('79000000003@c.us');
  await answer(err({ code: 'not-done' }));

  expect(job.failure.value).toEqual({
    action: 'save-and-add',
    chatId: '79000000003@c.us',
    failure: { code: 'not-done' },
  });
  expect(job.value.value).toEqual(whole);
});

test('an action that comes too late shows where the group stands now', async () => {
  const { job, asked, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', queued)));

  void job.cancel();
  await answer(err({ code: 'too-late' }));
  await answer(ok(jobOf('j1', { at: 'sending', sinceMs: 5 })));

  expect(asked).toEqual(['groups.show', 'groups.cancel', 'groups.show']);
  expect(job.value.value?.state.at).toBe('sending');
});

test('an event about this group is shown, one about another is not', async () => {
  const { job, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', queued)));

  job.changed(jobOf('j2', created));
  const afterOther = job.value.value?.id;
  job.changed(whole);

  expect(afterOther).toBe('j1');
  expect(job.value.value).toEqual(whole);
});

test('the answer about a group that was left is not shown in the next one', async () => {
  const { job, answer } = setUp();
  void job.open('a1', 'j1');
  void job.open('a1', 'j2');

  await answer(ok(jobOf('j1', queued)));
  const early = job.value.value;
  await answer(ok(jobOf('j2', queued)));

  expect(early).toBeNull();
  expect(job.value.value?.id).toBe('j2');
});

test('a queue that a person lets go on shows where the group stands then', async () => {
  const { job, asked, args, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', { at: 'queued', waiting: { code: 'rate-overlimit' }, held: false })));

  void job.goOn();
  await answer(ok(null) as never); // this call answers nothing
  await answer(ok(jobOf('j1', queued)));

  expect(asked).toEqual(['groups.show', 'groups.goOn', 'groups.show']);
  expect(args[1]).toEqual({ accountId: 'a1' });
  expect(job.value.value?.state).toEqual(queued);
});

test('to begin anew with the groups of the phone is said of the account', async () => {
  const { job, asked, args, answer } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', { at: 'queued', waiting: { code: 'stale-groups', lost: true }, held: false })));

  void job.beginAnew();
  await answer(err({ code: 'stale-groups', lost: false }));

  expect([asked[1], args[1]]).toEqual(['groups.beginAnew', { accountId: 'a1' }]);
  expect(job.failure.value).toEqual({
    action: 'begin-anew',
    chatId: null,
    failure: { code: 'stale-groups', lost: false },
  });
});

test('a requeue sends only what was changed', async () => {
  const { job, answer, args } = setUp();
  void job.open('a1', 'j1');
  await answer(ok(jobOf('j1', { at: 'refused', failure: { code: 'not-accepted' }, atMs: 1 })));

  void job.requeue({});

  expect(args[1]).toEqual({ accountId: 'a1', jobId: 'j1' });
});
