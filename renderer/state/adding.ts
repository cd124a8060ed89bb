import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact, Person } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Problem } from './entries.ts';
import { createLatest } from './latest.ts';

/** What a typed text holds. */
export type Judged = {
  readonly people: readonly Person[];
  /** Those of them who are among the contacts already, as they are called there. */
  readonly known: readonly Contact[];
  /** The first number that needs a look, or null. */
  readonly problem: Problem | null;
};

/** Adding people to the contacts by number and name. */
export type Adding = {
  readonly isBusy: ReadonlySignal<boolean>;
  /** What was typed so far, as the newest answer reads it; null for nothing. */
  readonly judged: ReadonlySignal<Judged | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Reads what is being typed. Of several texts that wait, only the newest is read. */
  judge(text: string): Promise<void>;
  /**
   * Keeps everybody in the text who is not known under this name yet; the name is for a single one. Answers how many were
   * kept, null when something is wrong.
   */
  add(text: string, name: string): Promise<number | null>;
};

export type AddingTools = {
  readonly api: Pick<Api, 'people.read' | 'people.find' | 'people.keep'>;
  readonly accountId: ReadonlySignal<string | null>;
};

type Question = { readonly accountId: string; readonly text: string };

const nothing: Judged = { people: [], known: [], problem: null };
/** The contract's limits for one reading and for one question about known people. */
const textMax = 200_000;
const findMax = 5000;

export function createAdding({ api, accountId }: AddingTools): Adding {
  const isBusy = signal(false);
  const judged = signal<Judged | null>(null);
  const failure = signal<Failure | null>(null);

  async function read({ accountId: id, text }: Question): Promise<Result<Judged, Failure>> {
    if (text.trim() === '') return ok(nothing);
    const entries = await api['people.read']({ accountId: id, text: text.slice(0, textMax) });
    if (!entries.ok) return entries;
    const people = entries.value.flatMap((entry) => (entry.at === 'ready' ? [entry.person] : []));
    const problem = entries.value.find((entry): entry is Problem => entry.at !== 'ready') ?? null;
    if (people.length === 0) return ok({ ...nothing, problem });
    const chatIds = people.slice(0, findMax).map(({ chatId }) => chatId);
    const known = await api['people.find']({ accountId: id, chatIds });
    return known.ok ? ok({ people, known: known.value, problem }) : known;
  }

  const take = (answer: Result<Judged, Failure>) =>
    batch(() => {
      failure.value = answer.ok ? null : answer.failure;
      if (answer.ok) judged.value = answer.value === nothing ? null : answer.value;
    });

  const latest = createLatest<Question, Result<Judged, Failure>>(read, take);

  /** All or the first failure: who was kept before it stays, and keeping somebody twice changes nothing. */
  async function keep(id: string, people: readonly Person[]): Promise<Result<number, Failure>> {
    for (const person of people) {
      const answer = await api['people.keep']({ accountId: id, person });
      if (!answer.ok) return err(answer.failure);
    }
    return ok(people.length);
  }

  async function add(id: string, text: string, name: string): Promise<number | null> {
    const answer = await read({ accountId: id, text });
    take(answer);
    if (!answer.ok || answer.value.problem !== null || answer.value.people.length === 0) return null;
    const kept = await keep(id, newOrRenamed(answer.value, name));
    if (kept.ok) return kept.value;
    failure.value = kept.failure;
    return null;
  }

  return {
    isBusy,
    judged,
    failure,
    async judge(text) {
      const id = accountId.peek();
      if (id !== null) await latest({ accountId: id, text });
    },
    async add(text, name) {
      const id = accountId.peek();
      if (id === null || isBusy.peek()) return null;
      isBusy.value = true;
      const kept = await add(id, text, name.trim());
      isBusy.value = false;
      return kept;
    },
  };
}

/** Who is to be kept: somebody known stays as they are unless another name was given. */
function newOrRenamed({ people, known }: Judged, name: string): readonly Person[] {
  const names = new Map(known.map((contact) => [contact.chatId, contact.name]));
  const [only] = people;
  const named = people.length === 1 && only && name !== '' ? [{ ...only, name }] : people;
  return named.filter((person) => names.get(person.chatId) !== person.name);
}
