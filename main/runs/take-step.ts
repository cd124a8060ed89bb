import type { ApiFailure, Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Job } from '../groups/journal.ts';
import { fillPlaces, hasLinkPlace } from './fill-places.ts';
import type { Step, StepEnd } from './store.ts';

/** How often an idempotent step is tried before a person hears of it. */
const triesMax = 5;

export type StepTools = {
  readonly job: Job & { readonly state: { readonly at: 'created'; readonly chatId: string } };
  readonly api: GreenApi;
  readonly picture: Uint8Array | null;
  readonly message: string;
  /** The failure would meet every other step as well. */
  readonly stopsAll: (failure: Failure) => boolean;
};

/** What came of a step; `failure` when it stands in the way of all: then nothing was done, and the step waits. */
export type Taken = { readonly end: StepEnd; readonly failure: Failure | null };

/** One step, called once. A message that may have gone out is never sent again by itself; the others may be repeated. */
export async function takeStep(step: Step, tools: StepTools): Promise<Taken> {
  switch (step.kind) {
    case 'picture':
      return tools.picture
        ? settle(step, tools, await set(tools.api.setGroupPicture(tools.job.state.chatId, tools.picture)))
        : done;
    case 'only-admins':
      return settle(
        step,
        tools,
        await set(tools.api.updateGroupSettings(tools.job.state.chatId, { onlyAdminsWrite: true })),
      );
    case 'admin':
      return makeAdmin(step, tools);
    case 'message':
      return sendMessage(step, tools);
  }
}

const done: Taken = { end: { at: 'done' }, failure: null };
const failedWith = (failure: Failure | null): Taken => ({ end: { at: 'failed', failure }, failure: null });
const again: Taken = { end: { at: 'again' }, failure: null };

async function set(answer: Promise<Result<{ readonly isSet: boolean }, ApiFailure>>) {
  const answered = await answer;
  return answered.ok ? ({ ok: true, value: answered.value.isSet } as const) : answered;
}

/** A step that may be repeated: until it works, or was tried too often. */
function settle({ tries }: Step, { stopsAll }: StepTools, answer: Result<boolean, ApiFailure>): Taken {
  if (answer.ok && answer.value) return done;
  const failure: Failure = answer.ok ? { code: 'not-done' } : answer.failure.failure;
  if (stopsAll(failure)) return { end: { at: 'again' }, failure };
  return tries < triesMax && (answer.ok || failure.code === 'no-answer' || failure.code === 'unknown')
    ? again
    : failedWith(failure);
}

/** Only who is in can be an admin; when somebody comes in later, the step is taken again. */
async function makeAdmin(step: Step, tools: StepTools): Promise<Taken> {
  const member = tools.job.membership?.members.find(({ chatId }) => chatId === step.chatId);
  if (member?.isAdmin) return done;
  if (member?.at !== 'in') return failedWith({ code: 'not-done' });
  const answer = await tools.api.setGroupAdmin(tools.job.state.chatId, step.chatId);
  return settle(step, tools, answer.ok ? { ok: true, value: answer.value.isAdmin } : answer);
}

async function sendMessage({ tries }: Step, { job, api, message, stopsAll }: StepTools): Promise<Taken> {
  // The link may come to light a little later.
  if (hasLinkPlace(message) && job.link === null) return tries < triesMax ? again : failedWith({ code: 'not-done' });
  const answer = await api.sendMessage(job.state.chatId, fillPlaces(message, { name: job.name, link: job.link ?? '' }));
  if (answer.ok) return done;
  const { failure, proof } = answer.failure;
  if (proof === 'none') return { end: { at: 'unknown' }, failure: null };
  return stopsAll(failure) ? { end: { at: 'again' }, failure } : failedWith(failure);
}
