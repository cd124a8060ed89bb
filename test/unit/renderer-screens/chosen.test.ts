import { expect, test } from 'vitest';
import { createChosen } from '../../../renderer/state/chosen.ts';
import { contactOf } from './samples.ts';

test('a tick chooses a person and a second one lets them go', () => {
  const chosen = createChosen();

  chosen.toggle(contactOf(1));
  chosen.toggle(contactOf(2));
  chosen.toggle(contactOf(1));

  expect(chosen.people.value).toEqual([contactOf(2)]);
});

test('a range that holds somebody chosen already chooses them once', () => {
  const chosen = createChosen();
  chosen.toggle(contactOf(2));

  chosen.add([contactOf(1), contactOf(2), contactOf(3)]);

  expect(chosen.people.value).toHaveLength(3);
});
