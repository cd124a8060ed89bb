import { expect, test } from 'vitest';
import { screenAskedBy } from '../../../main/electron/start-words.ts';

test.each([
  [['creategroup', '--new-group'], 'new-group'],
  [['creategroup', '--hidden', '--from-spreadsheet'], 'sheet'],
  [['creategroup', '--new-group', '--from-spreadsheet'], 'sheet'],
  [['creategroup'], null],
  [['creategroup', '--hidden', 'a.creategroup'], null],
  [['creategroup', '--new-group=1', 'new-group', 'toString', '__proto__'], null],
] as const)('%j leads to %s', (argv, screen) => {
  expect(screenAskedBy(argv)).toBe(screen);
});
