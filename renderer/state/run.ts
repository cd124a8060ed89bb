import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api, Args } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupRun, RowFilter, RunRow } from '../../core/group-run.ts';
import type { Extras } from '../../core/group-sheet.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Forecast, RunPlan } from '../../core/run-plan.ts';
import { createLatest } from './latest.ts';
import { createPages, type Pages, pageSize } from './pages.ts';

type CallOf<T> = {
  [N in keyof Api]: Args<N> extends { readonly runId: string } ? (Answer<N> extends T ? N : never) : never;
}[keyof Api];
/** Calls that change the run and answer it. */
export type RunChange = Exclude<CallOf<GroupRun>, 'runs.show'>;
/** Calls that write a file or show one. */
export type RunErrand = 'runs.saveProblems' | 'runs.saveResults' | 'runs.savePages' | 'runs.showFile';
export type RunCall =
  | RunChange
  | RunErrand
  | 'runs.show'
  | 'runs.row'
  | 'runs.editRow'
  | 'runs.missing'
  | 'runs.plan'
  | 'runs.checkWhatsapp';
type More<N extends RunCall> = Omit<Args<N>, 'accountId' | 'runId'>;

/** What runs or has failed, and for which row; null for the run itself. */
export type RunActing = { readonly call: RunCall; readonly rowId: number | null };
type RowsAsked = {
  readonly accountId: string;
  readonly runId: string;
  readonly filter: RowFilter;
  readonly text: string;
};

/** The opened run: a draft, one that goes on, or one that has ended; with its rows. */
export type OpenRun = {
  readonly value: ReadonlySignal<GroupRun | null>;
  readonly acting: ReadonlySignal<RunActing | null>;
  readonly failure: ReadonlySignal<(RunActing & { readonly failure: Failure }) | null>;
  open(runId: string): Promise<void>;
  /** One thing at a time; null when it failed or something else runs. */
  act<N extends RunCall>(call: N, more: More<N>): Promise<Answer<N> | null>;
  /** The same for what answers the run: true when it is done. */
  change<N extends RunChange>(call: N, more: More<N>): Promise<boolean>;
  /** Reads the run and its rows again. */
  refresh(): Promise<boolean>;
  /** The plan and the extras as they stand on the screen; main is asked with the newest of quick changes. */
  readonly plan: ReadonlySignal<RunPlan | null>;
  readonly extras: ReadonlySignal<Extras | null>;
  readonly forecast: ReadonlySignal<Forecast | null>;
  setPlan(change: Partial<RunPlan>): Promise<void>;
  setExtras(change: Partial<Extras>): Promise<void>;
  readonly rows: Pick<Pages<RowsAsked, RunRow>, 'total' | 'at' | 'want' | 'failure' | 'shown' | 'pages'>;
  readonly filter: ReadonlySignal<RowFilter>;
  readonly text: ReadonlySignal<string>;
  show(filter: RowFilter, text: string): Promise<void>;
};

export type OpenRunTools = {
  readonly api: Pick<Api, RunCall | 'runs.rows' | 'runs.setExtras'>;
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
};

type Target = { readonly accountId: string; readonly runId: string };
type Planned = Result<Answer<'runs.plan'>, Failure>;

export function createOpenRun({ api, listen, accountId }: OpenRunTools): OpenRun {
  const value = signal<GroupRun | null>(null);
  const acting = signal<RunActing | null>(null);
  const failure = signal<(RunActing & { readonly failure: Failure }) | null>(null);
  const forecast = signal<Forecast | null>(null);
  const askedPlan = signal<RunPlan | null>(null);
  const askedExtras = signal<Extras | null>(null);
  const filter = signal<RowFilter>('all');
  const text = signal('');
  const rows = createPages<RowsAsked, RunRow>(async (question, offset) => {
    const answer = await api['runs.rows']({ ...question, offset, limit: pageSize });
    return answer.ok ? ok({ items: answer.value.rows, total: answer.value.total }) : answer;
  });
  let open: Target | null = null;

  const isOpen = ({ id, accountId: of }: GroupRun) => open?.runId === id && open.accountId === of;

  function take(run: GroupRun): void {
    if (!isOpen(run)) return;
    value.value = run;
    void rows.changed();
  }

  listen('runs.changed', take);

  async function act<N extends RunCall>(call: N, more: More<N>): Promise<Answer<N> | null> {
    const target = open;
    if (target === null || acting.peek() !== null) return null;
    const mine: RunActing = { call, rowId: rowOf(more) };
    acting.value = mine;
    failure.value = null;
    // `More` is what the arguments hold besides the two that are given here; the compiler cannot add them up for any call.
    const args = { ...target, ...more } as unknown as Args<N>;
    const ask: (args: Args<N>) => Promise<Result<Answer<N>, Failure>> = api[call];
    const answer = await ask(args);
    // Another run was opened meanwhile: this answer is not its business.
    if (target !== open) return null;
    acting.value = null;
    if (!answer.ok) failure.value = { ...mine, failure: answer.failure };
    return answer.ok ? answer.value : null;
  }

  async function change<N extends RunChange>(call: N, more: More<N>): Promise<boolean> {
    const run: GroupRun | null = await act(call, more);
    if (run) take(run);
    // It has moved on meanwhile: the window shows where it stands now, and why this was too late.
    const last = failure.peek();
    if (!run && last?.failure.code === 'too-late') {
      await refresh();
      failure.value = last;
    }
    return run !== null;
  }

  async function refresh(): Promise<boolean> {
    const run = await act('runs.show', {});
    if (run) take(run);
    return run !== null;
  }

  const planning = createLatest<Target & { readonly plan: RunPlan }, Planned>(api['runs.plan'], (answer, question) => {
    if (question.runId !== open?.runId) return;
    askedPlan.value = null;
    failure.value = answer.ok ? null : { call: 'runs.plan', rowId: null, failure: answer.failure };
    if (!answer.ok) return;
    forecast.value = answer.value.forecast;
    take(answer.value.run);
  });

  const extending = createLatest<Target & { readonly extras: Omit<Extras, 'picture'> }, Result<GroupRun, Failure>>(
    api['runs.setExtras'],
    (answer, question) => {
      if (question.runId !== open?.runId) return;
      askedExtras.value = null;
      failure.value = answer.ok ? null : { call: 'runs.setExtras', rowId: null, failure: answer.failure };
      if (answer.ok) take(answer.value);
    },
  );

  async function show(nextFilter: RowFilter, nextText: string): Promise<void> {
    batch(() => {
      filter.value = nextFilter;
      text.value = nextText;
    });
    await rows.ask(open && { ...open, filter: nextFilter, text: nextText.trim() });
  }

  const plan = computed(() => askedPlan.value ?? value.value?.plan ?? null);
  const extras = computed(() => askedExtras.value ?? value.value?.extras ?? null);

  return {
    value,
    acting,
    failure,
    async open(runId) {
      const id = accountId.peek();
      if (id === null) return;
      const isSame = open?.runId === runId && open.accountId === id;
      open = { accountId: id, runId };
      batch(() => {
        acting.value = null;
        failure.value = null;
        if (isSame) return;
        value.value = null;
        forecast.value = null;
        askedPlan.value = null;
        askedExtras.value = null;
      });
      const reading = isSame ? show(filter.peek(), text.peek()) : show('all', '');
      const run = await act('runs.show', {});
      if (run) value.value = run;
      await reading;
    },
    act,
    change,
    refresh,
    plan,
    extras,
    forecast,
    async setPlan(next) {
      const now = plan.peek();
      if (open === null || now === null) return;
      askedPlan.value = { ...now, ...next };
      await planning({ ...open, plan: askedPlan.value });
    },
    async setExtras(next) {
      const now = extras.peek();
      if (open === null || now === null) return;
      askedExtras.value = { ...now, ...next };
      const { picture: _, ...asked } = askedExtras.value;
      await extending({ ...open, extras: asked });
    },
    rows,
    filter,
    text,
    show,
  };
}

const rowOf = (more: object): number | null => ('rowId' in more && typeof more.rowId === 'number' ? more.rowId : null);
