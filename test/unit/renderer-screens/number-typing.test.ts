import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { TypedNumber } from '../../../core/contact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { createNumberTyping } from '../../../renderer/state/number-typing.ts';
import { badEntry } from './samples.ts';

/** A field as the browser keeps it: a new text puts the caret at its end. */
function fieldWith(marked: string) {
  let text = '';
  let caret = 0;
  const field = {
    get value() {
      return text;
    },
    set value(next: string) {
      text = next;
      caret = next.length;
    },
    get selectionStart() {
      return caret;
    },
    get selectionEnd() {
      return caret;
    },
    setSelectionRange(start: number) {
      caret = start;
    },
    /** Where `|` stands is the caret. */
    put(next: string) {
      text = next.replace('|', '');
      caret = next.indexOf('|');
    },
    marked: () => `${text.slice(0, caret)}|${text.slice(caret)}`,
  };
  field.put(marked);
  return field;
}

function setUp(marked: string) {
  const waiting: ((said: Result<TypedNumber>) => void)[] = [];
  const asked: string[] = [];
  const changes: string[] = [];
  const field = fieldWith(marked);
  const typing = createNumberTyping({
    api: {
      'people.typing': ({ text }) => {
        asked.push(text);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    accountId: signal('a1'),
  });
  const type = (inputType = 'insertText') => typing.type(field, inputType, (text) => void changes.push(text));
  const answer = (text: string, problem: TypedNumber['problem'] = null) => waiting.shift()?.(ok({ text, problem }));
  return { field, typing, type, answer, asked, changes };
}

test.each([
  ['at the end', '+79001|', '+7 900 1', '+7 900 1|'],
  ['behind the same digit', '+79005|1234567', '+7 900 512-34-56 7', '+7 900 5|12-34-56 7'],
  ['at the beginning', '|+7900123', '+7 900 123', '|+7 900 123'],
  ['when a space goes', '+7 900 1|2', '+7 90012', '+7 9001|2'],
])('the caret stays where it was: %s', async (_, marked, spaced, expected) => {
  const { field, type, answer, changes } = setUp(marked);

  const typed = type();
  answer(spaced);
  await typed;

  expect([field.marked(), changes]).toEqual([expected, [spaced]]);
});

test('only the line of the caret is read and spaced', async () => {
  const { field, type, answer, asked } = setUp('+7 900 000-00-01\n+79000|\nAnna');

  const typed = type();
  answer('+7 900 0');
  await typed;

  expect([asked, field.marked()]).toEqual([['+79000'], '+7 900 000-00-01\n+7 900 0|\nAnna']);
});

test.each(['deleteContentBackward', 'deleteContentForward', 'historyUndo', ''])(
  'nothing is spaced after %j: who takes out a space means it',
  async (inputType) => {
    const { field, type, answer, changes, typing } = setUp('+7 900|1');

    const typed = type(inputType);
    answer('+7 900 1', badEntry);
    await typed;

    expect([field.marked(), changes]).toEqual(['+7 900|1', []]);
    expect(typing.problem.value).toEqual(badEntry);
  },
);

test('an answer that comes after the next key changes nothing', async () => {
  const { field, type, answer, changes, typing } = setUp('+7900|');
  const first = type();
  field.put('+79001|');

  answer('+7 900', badEntry);
  await first;

  expect([field.marked(), changes, typing.problem.value]).toEqual(['+79001|', [], null]);
});

test('what was wrong is forgotten when the number is well again, and when the text is changed by other means', async () => {
  const { field, type, answer, typing } = setUp('+7 900 000-00-012|');
  const said: unknown[] = [];
  for (const problem of [badEntry, null, badEntry]) {
    const typed = type();
    answer(field.value, problem);
    await typed;
    said.push(typing.problem.value);
  }

  typing.clear();

  expect([...said, typing.problem.value]).toEqual([badEntry, null, badEntry, null]);
});

test('a text that is no line of a number is not asked about', async () => {
  const { type, asked } = setUp(`${'1'.repeat(201)}|`);

  await type();

  expect(asked).toEqual([]);
});
