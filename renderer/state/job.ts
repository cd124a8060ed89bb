import { type ReadonlySignal, signal } from '@preact/signals';
import type { Person } from '../../core/contact.ts';
import type { Api, Args } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { ok, type Result } from '../../core/result.ts';

/** What a person may do with one group; the name says which button is busy and where a failure belongs. */
export type JobAction =
  | 'show'
  | 'cancel'
  | 'requeue'
  | 'look'
  | 'decide'
  | 'go-on'
  | 'begin-anew'
  | 'check'
  | 'save-and-add'
  | 'add-people'
  | 'send-link'
  | 'rename'
  | 'make-admin'
  | 'save-qr';

/** An action that runs or has failed; `chatId` names the person it is about, if there is one. */
export type Acting = { readonly action: JobAction; readonly chatId: string | null };

export type Job = {
  readonly value: ReadonlySignal<GroupJob | null>;
  readonly acting: ReadonlySignal<Acting | null>;
  readonly failure: ReadonlySignal<(Acting & { readonly failure: Failure }) | null>;
  /** Shows a group; one that is ready but has no link or members yet is read again once. */
  open(accountId: string, jobId: string): Promise<void>;
  /** A group has changed: if it is this one, show it. */
  changed(job: GroupJob): void;
  cancel(): Promise<boolean>;
  requeue(change: { readonly name?: string; readonly people?: readonly Person[] }): Promise<boolean>;
  look(): Promise<boolean>;
  decide(verdict: Args<'groups.decide'>['verdict']): Promise<boolean>;
  /** The queue that it waits in goes on. */
  goOn(): Promise<boolean>;
  /** The groups that the phone shows now are the ones to know. */
  beginAnew(): Promise<boolean>;
  check(): Promise<boolean>;
  saveAndAdd(chatId: string): Promise<boolean>;
  addPeople(people: readonly Person[]): Promise<boolean>;
  sendLink(chatId: string, message: string): Promise<boolean>;
  rename(name: string): Promise<boolean>;
  makeAdmin(chatId: string): Promise<boolean>;
  /** True when a file was written. */
  saveQr(format: 'png' | 'svg'): Promise<boolean>;
};

type JobApi = Pick<Api, Extract<keyof Api, `groups.${string}`>>;

export function createJob(api: JobApi): Job {
  const value = signal<GroupJob | null>(null);
  const acting = signal<Acting | null>(null);
  const failure = signal<(Acting & { readonly failure: Failure }) | null>(null);
  let open: { readonly accountId: string; readonly jobId: string } | null = null;

  /** Asked for and not ended yet; the last one is what the screen shows as busy. */
  let asked: readonly Acting[] = [];
  /** Ends when the last one asked for has ended; null while none runs. */
  let turn: Promise<unknown> | null = null;

  const setAsked = (next: readonly Acting[]) => {
    asked = next;
    acting.value = next.at(-1) ?? null;
  };

  /** One action after the other: a second click on the same does nothing, a click on another one waits its turn. */
  async function act<T>(
    action: JobAction,
    chatId: string | null,
    call: (id: { accountId: string; jobId: string }) => Promise<Result<T, Failure>>,
  ): Promise<T | null> {
    const target = open;
    const isAsked = asked.some((other) => other.action === action && other.chatId === chatId);
    if (target === null || isAsked) return null;
    const mine: Acting = { action, chatId };
    setAsked([...asked, mine]);
    failure.value = null;
    const answering = turn ? turn.then(() => (target === open ? call(target) : null)) : call(target);
    const ended = answering.catch(() => {}); // whoever comes next only waits for the end
    turn = ended;
    const answer = await answering;
    if (turn === ended) turn = null;
    // Another group was opened meanwhile: this answer is not its business.
    if (answer === null || target !== open) return null;
    setAsked(asked.filter((other) => other !== mine));
    if (!answer.ok) failure.value = { action, chatId, failure: answer.failure };
    return answer.ok ? answer.value : null;
  }

  async function change(
    action: JobAction,
    call: (id: { accountId: string; jobId: string }) => Promise<Result<GroupJob, Failure>>,
    chatId: string | null = null,
  ): Promise<boolean> {
    const job = await act(action, chatId, call);
    if (job) value.value = job;
    // The job has moved on meanwhile: the window shows where it stands now.
    if (failure.peek()?.failure.code === 'too-late') await reread();
    return job !== null;
  }

  /** For what is done to the queue that the job stands in. */
  async function move(
    action: JobAction,
    call: (of: { accountId: string }) => Promise<Result<null, Failure>>,
  ): Promise<boolean> {
    const isDone = await act(action, null, async ({ accountId }) => {
      const answer = await call({ accountId });
      return answer.ok ? ok(true) : answer;
    });
    if (isDone) await reread();
    return isDone === true;
  }

  async function reread(): Promise<void> {
    const target = open;
    if (target === null) return;
    const answer = await api['groups.show'](target);
    if (target === open && answer.ok) value.value = answer.value;
  }

  const check = () => change('check', api['groups.check']);

  return {
    value,
    acting,
    failure,
    async open(accountId, jobId) {
      open = { accountId, jobId };
      setAsked([]);
      turn = null;
      if (value.peek()?.id !== jobId) value.value = null;
      const shown = await change('show', api['groups.show']);
      const job = value.peek();
      if (shown && job?.state.at === 'created' && (job.link === null || job.membership === null)) await check();
    },
    changed(job) {
      if (open?.jobId === job.id && open.accountId === job.accountId) value.value = job;
    },
    cancel: () => change('cancel', api['groups.cancel']),
    requeue: ({ name, people }) =>
      change('requeue', (id) =>
        api['groups.requeue']({
          ...id,
          ...(name === undefined ? {} : { name }),
          ...(people === undefined ? {} : { people: [...people] }),
        }),
      ),
    look: () => change('look', api['groups.look']),
    decide: (verdict) => change('decide', (id) => api['groups.decide']({ ...id, verdict })),
    goOn: () => move('go-on', api['groups.goOn']),
    beginAnew: () => move('begin-anew', api['groups.beginAnew']),
    check,
    saveAndAdd: (chatId) => change('save-and-add', (id) => api['groups.saveAndAdd']({ ...id, chatId }), chatId),
    addPeople: (people) => change('add-people', (id) => api['groups.addPeople']({ ...id, people: [...people] })),
    sendLink: (chatId, message) =>
      change('send-link', (id) => api['groups.sendLink']({ ...id, chatId, message }), chatId),
    rename: (name) => change('rename', (id) => api['groups.rename']({ ...id, name })),
    makeAdmin: (chatId) => change('make-admin', (id) => api['groups.makeAdmin']({ ...id, chatId }), chatId),
    async saveQr(format) {
      const answer = await act('save-qr', null, (id) => api['groups.saveQr']({ ...id, format }));
      return answer?.saved ?? false;
    },
  };
}
