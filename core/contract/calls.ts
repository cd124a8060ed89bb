import type { z } from 'zod';
import type { Failure } from '../failure.ts';
import type { Result } from '../result.ts';
import { appCalls } from './app-calls.ts';
import { groupCalls } from './group-calls.ts';
import type { CallName } from './names.ts';
import { peopleCalls } from './people-calls.ts';
import { runCalls } from './run-calls.ts';
import { setupCalls } from './setup-calls.ts';

type Call = { readonly args: z.ZodType; readonly answer: z.ZodType };

/** The whole bridge from the window to main: name → arguments and answer. Every call answers `Result<answer, Failure>`. */
export const calls = { ...appCalls, ...peopleCalls, ...groupCalls, ...runCalls, ...setupCalls } satisfies Record<
  CallName,
  Call
>;

export type Args<N extends CallName> = z.infer<(typeof calls)[N]['args']>;
export type Answer<N extends CallName> = z.infer<(typeof calls)[N]['answer']>;

/** What the window calls and main implements. */
export type Api = { readonly [N in CallName]: (args: Args<N>) => Promise<Result<Answer<N>, Failure>> };
