import { type ReadonlySignal, signal } from '@preact/signals';
import type { TypedNumber } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Problem } from './entries.ts';
import { createLatest } from './latest.ts';

/** The field as far as its text and its caret go. */
export type TextField = {
  value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  setSelectionRange(start: number, end: number): void;
};

export type NumberTyping = {
  /** What more digits cannot mend in the line that was typed last. */
  readonly problem: ReadonlySignal<Problem | null>;
  /**
   * To be called at each key. Spaces the number in the line of the caret, unless something was just taken out there: who
   * deletes a space means it. `change` gets the new text.
   */
  type(field: TextField, inputType: string, change: (text: string) => void): Promise<void>;
  /** The text was changed by other means. */
  clear(): void;
};

export type NumberTypingDeps = {
  readonly api: Pick<Api, 'people.typing'>;
  readonly accountId: ReadonlySignal<string | null>;
};

type Question = {
  readonly accountId: string;
  readonly field: TextField;
  readonly text: string;
  readonly line: Line;
  readonly mayFormat: boolean;
  readonly change: (text: string) => void;
};

type Line = { readonly start: number; readonly text: string };

/** The contract's limit; no number with its spaces is so long. */
const lineMax = 200;

/** Formats and judges numbers in a field while they are typed. */
export function createNumberTyping({ api, accountId }: NumberTypingDeps): NumberTyping {
  const problem = signal<Problem | null>(null);

  function take(answer: Result<TypedNumber, Failure>, { field, text, line, mayFormat, change }: Question): void {
    // The field has moved on; a failure leaves everything as it was typed.
    if (!answer.ok || field.value !== text) return;
    const said = answer.value.problem;
    problem.value = said === null || said.at === 'ready' ? null : said;
    const caret = field.selectionStart;
    if (!mayFormat || answer.value.text === line.text || caret === null || caret !== field.selectionEnd) return;
    const next = text.slice(0, line.start) + answer.value.text + text.slice(line.start + line.text.length);
    const place = line.start + samePlace(line.text, caret - line.start, answer.value.text);
    field.value = next;
    field.setSelectionRange(place, place);
    change(next);
  }

  const latest = createLatest<Question, Result<TypedNumber, Failure>>(
    ({ accountId: id, line }) => api['people.typing']({ accountId: id, text: line.text }),
    take,
  );

  return {
    problem,
    async type(field, inputType, change) {
      const id = accountId.peek();
      const text = field.value;
      const line = lineAt(text, field.selectionStart ?? text.length);
      if (id === null || line.text.length > lineMax) return;
      await latest({ accountId: id, field, text, line, mayFormat: inputType.startsWith('insert'), change });
    },
    clear() {
      problem.value = null;
    },
  };
}

function lineAt(text: string, caret: number): Line {
  const start = text.slice(0, caret).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', caret);
  return { start, text: text.slice(start, end === -1 ? undefined : end) };
}

/** The caret stays behind the same digit, whatever spaces come or go before it. */
export function samePlace(before: string, caret: number, after: string): number {
  if (caret === before.length) return after.length;
  const signs = [...before.slice(0, caret)].filter(isSign).length;
  let place = 0;
  for (let passed = 0; passed < signs && place < after.length; place += 1) {
    if (isSign(after[place] ?? '')) passed += 1;
  }
  return place;
}

const isSign = (letter: string): boolean => /[\d+]/.test(letter);
