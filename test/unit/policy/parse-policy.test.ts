import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostBytes, parsePolicy } from '../../../main/policy/parse-policy.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const whole = {
  version: 1,
  settings: {
    ...{ language: 'ru', theme: 'dark', openAtLogin: true, closeToTray: false, paceMinutes: 2, groupsPerDay: 30 },
    ...{ hours: { from: '08:00', to: '20:00' }, keepRecordsFor: '6-months' },
  },
  limits: { leastPaceMinutes: 2, groupsPerDay: 30 },
  allowedHosts: ['gateway.example.org'],
  ...{ accountsByHand: false, practice: false, updates: false },
};
const json = JSON.stringify(whole, null, 2);
const utf16 = (text: string, endian: 'le' | 'be') => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return endian === 'le' ? little : little.swap16();
};

describe('a sound policy is read', () => {
  test.each([
    ['as it is', bytes(json)],
    ['with a byte order mark, as Notepad writes it', bytes(`\ufeff${json}`)],
    ['as UTF-16, as PowerShell writes it', utf16(json, 'le')],
    ['as UTF-16 the other way round', utf16(json, 'be')],
    ['with Windows line ends', bytes(json.replaceAll('\n', '\r\n'))],
  ])('%s', (_, content) => {
    expect(parsePolicy(content)).toEqual({ ok: true, value: whole });
  });

  test('with its version alone', () => {
    expect(parsePolicy(bytes('{"version":1}'))).toEqual({ ok: true, value: { version: 1 } });
  });
});

/** What is wrong, why, and the key that is named. */
const damaged: readonly [string, string | Uint8Array, string, string | null][] = [
  ['empty', '', 'not-json', null],
  ['blank', ' \n', 'not-json', null],
  ['cut', json.slice(0, -5), 'not-json', null],
  ['with a comma too many', '{"version":1,}', 'not-json', null],
  ['with a comment', '{"version":1 /* ours */}', 'not-json', null],
  ['two objects', '{"version":1}{"version":1}', 'not-json', null],
  ['of zeros', new Uint8Array(100), 'not-json', null],
  ['UTF-16 without its mark', utf16(json, 'le').subarray(2), 'not-json', null],
  ['in a single-byte encoding', Buffer.from('{"version":1,"\xe9":1}', 'latin1'), 'not-utf8', null],
  ['UTF-16 with half a letter', Buffer.concat([utf16('{"version":1}', 'le'), Buffer.from([0x7b])]), 'not-utf8', null],
  ['huge', bytes(`${' '.repeat(mostBytes)}{"version":1}`), 'too-big', null],
  ['a list', '[]', 'bad-value', null],
  ['null', 'null', 'bad-value', null],
  ['a text', '"policy"', 'bad-value', null],
  ['without a version', '{}', 'bad-value', 'version'],
  ['of version 0', '{"version":0}', 'bad-value', 'version'],
  ['of a version in quotes', '{"version":"1"}', 'bad-value', 'version'],
  ['of a newer version', '{"version":2,"settings":{"sound":"bell"}}', 'newer-version', 'version'],
  ['with a misspelt name', '{"version":1,"practise":false}', 'unknown-key', 'practise'],
  ['with one inside', '{"version":1,"limits":{"perDay":3}}', 'unknown-key', 'limits.perDay'],
  [
    "with a setting that is nobody's",
    '{"version":1,"settings":{"currentAccountId":"a"}}',
    'unknown-key',
    'settings.currentAccountId',
  ],
  ['with a pasted secret for a name', `{"version":1,"${'a1'.repeat(25)}":1}`, 'unknown-key', null],
  ['with __proto__', '{"version":1,"__proto__":{"practice":false}}', 'unknown-key', null],
  ['with yes in place of true', '{"version":1,"practice":"yes"}', 'bad-value', 'practice'],
  ['with a limit of nothing', '{"version":1,"limits":{"groupsPerDay":0}}', 'bad-value', 'limits.groupsPerDay'],
  ['with half a minute', '{"version":1,"limits":{"leastPaceMinutes":0.5}}', 'bad-value', 'limits.leastPaceMinutes'],
  ['with a number that is none', '{"version":1,"limits":{"groupsPerDay":1e999}}', 'bad-value', 'limits.groupsPerDay'],
  ['with null for a part', '{"version":1,"settings":null}', 'bad-value', 'settings'],
  [
    'with a language that we do not speak',
    '{"version":1,"settings":{"language":"fr"}}',
    'bad-value',
    'settings.language',
  ],
  [
    'with an hour that no clock shows',
    '{"version":1,"settings":{"hours":{"from":"24:00","to":"25:00"}}}',
    'bad-value',
    'settings.hours.from',
  ],
  ['with an address for a host', '{"version":1,"allowedHosts":["https://a.example"]}', 'bad-value', 'allowedHosts'],
  ['with every host', '{"version":1,"allowedHosts":["*"]}', 'bad-value', 'allowedHosts'],
  ['with a host and its port', '{"version":1,"allowedHosts":["a.example:8443"]}', 'bad-value', 'allowedHosts'],
  ['with this computer for a host', '{"version":1,"allowedHosts":["127.0.0.1"]}', 'bad-value', 'allowedHosts'],
  [
    'with too many hosts',
    JSON.stringify({ version: 1, allowedHosts: Array(21).fill('a.example') }),
    'bad-value',
    'allowedHosts',
  ],
  ['with a name that stands twice', '{"version":1,"practice":true,"practice":false}', 'repeated-key', 'practice'],
  [
    'with one inside that stands twice',
    '{"version":1,"limits":{"groupsPerDay":1,"group\\u0073PerDay":9}}',
    'repeated-key',
    'limits.groupsPerDay',
  ],
];

describe('a policy says nothing when it is', () => {
  test.each(damaged)('%s', (_, content, why, key) => {
    const given = typeof content === 'string' ? bytes(content) : content;

    expect(parsePolicy(given)).toEqual({ ok: false, failure: { code: 'bad-policy', why, key } });
  });
});

test('the same name in two objects, in a text or in a list stands once', () => {
  const text =
    '{"version":1,"settings":{"groupsPerDay":3,"hours":{"from":"08:00","to":"20:00"}},"limits":{"groupsPerDay":3}}';

  expect(parsePolicy(bytes(text)).ok).toBe(true);
});

test('whatever bytes come, the answer is a policy or a trouble', () => {
  const edits = fc.array(fc.tuple(fc.nat(json.length), fc.uint8Array({ maxLength: 4 })), { maxLength: 5 });
  fc.assert(
    fc.property(edits, (changes) => {
      const content = Buffer.from(json);
      for (const [place, written] of changes) content.set(written.subarray(0, content.length - place), place);
      const read = parsePolicy(content);
      return read.ok || (read.failure.code === 'bad-policy' && !JSON.stringify(read.failure).includes('gateway'));
    }),
    { numRuns: 10_000 },
  );
});
