import type { Clock } from '../../core/clock.ts';
import { type Answer, envelope, json, type Reply, whole } from './reply.ts';
import type { BodyRules } from './validation.ts';
import type { World } from './world.ts';

export type Body = Readonly<Record<string, unknown>>;

/** A call that has passed every layer. */
export type Context = {
  readonly world: World;
  readonly clock: Clock;
  readonly body: Body;
  readonly query: URLSearchParams;
  /** As it came, the token in it: error objects repeat it. */
  readonly path: string;
};

/** One method of the service. */
export type Method = {
  readonly verb: 'GET' | 'POST' | 'DELETE';
  readonly perSecond: number;
  /** Whether a phone must be linked. */
  readonly needsPhone: boolean;
  readonly rules: BodyRules;
  /** multipart/form-data in place of JSON. */
  readonly takesForm: boolean;
  /** A part of the path that follows the token. */
  readonly hasTail: boolean;
  /** The chat that a call of this body talks to, where the tariff counts chats. */
  readonly chatOf: (body: Body) => string | null;
  readonly run: (context: Context) => Reply;
};

type Given = Pick<Method, 'verb' | 'perSecond'> & Partial<Omit<Method, 'run'>>;

export const method = (given: Given, run: (context: Context) => Answer | Reply): Method => ({
  needsPhone: true,
  rules: {},
  takesForm: false,
  hasTail: false,
  chatOf: () => null,
  ...given,
  run: (context) => {
    const result = run(context);
    return 'manner' in result ? result : whole(result);
  },
});

export const done = (value: unknown): Answer => json(value);

/** An error of the method itself, in the service's envelope. */
export const refuse = ({ path, clock }: Context, status: number, message: string): Answer =>
  envelope(status, message, { path, nowMs: clock.now() });

/** A field that the rules have vouched for, or '' when it was left out. */
export function textOf(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

export function textsOf(body: Body, name: string): readonly string[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
