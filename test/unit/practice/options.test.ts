import { expect, test } from 'vitest';
import { faultNames } from '../../../main/practice/fault-table.ts';
import { helpText, readOptions } from '../../../main/practice/options.ts';

test('without flags the service is well, on port 7107 with seed 1', () => {
  expect(readOptions([])).toEqual({
    ok: true,
    value: {
      help: false,
      port: 7107,
      seed: 1,
      lagSeconds: 0,
      state: 'authorized',
      tariff: 'business',
      control: false,
      troubles: [],
    },
  });
});

test('every flag is read, with a space or with =', () => {
  const args = ['--port=0', '--seed', '5', '--lag', '300', '--state=suspended', '--tariff', 'developer', '--control'];

  expect(readOptions([...args, '--trouble', '502', '--trouble=GetChats/empty-list:3'])).toMatchObject({
    value: {
      port: 0,
      seed: 5,
      lagSeconds: 300,
      state: 'suspended',
      tariff: 'developer',
      control: true,
      troubles: [
        { fault: '502', method: null, times: null },
        { fault: 'empty-list', method: 'getChats', times: 3 },
      ],
    },
  });
});

test.each([
  [['--prot', '1'], 'There is no flag --prot.'],
  [['-x'], 'There is no flag -x.'],
  [['7107'], '“7107” is not a flag.'],
  [['--port'], '--port needs a value.'],
  [['--port', 'x'], '--port is a number from 0 to 65535; 0 takes a free one.'],
  [['--port', '65536'], '--port is a number from 0 to 65535; 0 takes a free one.'],
  [['--seed', '1.5'], '--seed is a whole number from 0 to 2147483647.'],
  [['--seed='], '--seed is a whole number from 0 to 2147483647.'],
  [['--lag', '301'], '--lag is a number of seconds from 0 to 300.'],
  [['--state', 'fine'], expect.stringMatching(/^--state is one of authorized, .*\.$/)],
  [['--tariff', 'gold'], '--tariff is one of business, developer.'],
  [['--trouble', 'rain'], 'There is no trouble “rain”.'],
  [['--trouble', 'rain/502'], 'There is no trouble “rain/502”.'],
  [['--trouble', '502:0'], 'There is no trouble “502:0”.'],
  [['--control=yes'], '--control takes no value.'],
])('%j is answered with a sentence', (args, failure) => {
  expect(readOptions(args)).toEqual({ ok: false, failure });
});

test('the help names every trouble', () => {
  const help = helpText();

  expect(faultNames.filter((name) => !help.includes(`  ${name} `))).toEqual([]);
});
