import path from 'node:path';
import type { Redaction } from './redaction.ts';

export type DescribedError = {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: readonly string[];
};

const messageMax = 300;
const framesMax = 12;

/** What an error may tell: its kind, its message without anything quoted or addressed, and where it happened. */
export function describeError(error: unknown, redaction: Pick<Redaction, 'clean'>): DescribedError {
  if (!(error instanceof Error)) return { name: `not an Error: ${typeof error}`, code: null, message: '', stack: [] };
  const code: unknown = 'code' in error ? error.code : null;
  return {
    name: word(error.name),
    code: typeof code === 'string' ? word(code) : null,
    // Redacted while it is whole: cutting or taking out quotes first could leave half of a secret.
    message: withoutQuotes(redaction.clean(error.message)).slice(0, messageMax),
    stack: framesOf(error),
  };
}

const word = (text: string): string => text.replace(/[^\w.-]/g, '').slice(0, 40);

/** Library messages quote what they choked on: file names, imported cells, bodies, addresses. */
const withoutQuotes = (message: string): string =>
  message
    .replace(/"[\s\S]*"|'[\s\S]*'|`[\s\S]*`|“[\s\S]*”|«[\s\S]*»/g, '…')
    .replace(/[a-z][a-z+.-]*:\/\/\S+|(?:[A-Za-z]:)?[\\/]\S+/g, '…');

/** `createJob(queue.ts:12:3)`: without the folders, which often carry a person's name. */
function framesOf({ stack = '', message }: Error): string[] {
  // The message stands above the frames, and a line of it may look like one.
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  return [...frames.matchAll(/^ +at (?:([^\n(]*) \()?([^\n()]+):(\d+):(\d+)\)?$/gm)]
    .slice(0, framesMax)
    .map(([, called = '', file = '', line, column]) => `${called}(${path.basename(file)}:${line}:${column})`);
}
