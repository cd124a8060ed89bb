import { expect, test } from 'vitest';
import {
  draftProblems,
  type Failure,
  type FailureCode,
  failureSchema,
  otherFiles,
  policyTroubles,
  setupCounts,
} from '../../../core/failure.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { english, nowMs, russian } from './samples.ts';

/** Failures with figures, in each shape that has its own sentence. */
const withFigures: Failure[] = [
  { code: 'suspended', untilMs: nowMs + 3_600_000 },
  { code: 'suspended', untilMs: null },
  { code: 'quota', used: 100, total: 100, resetsAtMs: Date.UTC(2026, 11, 1) },
  { code: 'quota', used: null, total: null, resetsAtMs: Date.UTC(2026, 11, 1) },
  { code: 'too-fast', waitMs: 20_000 },
  { code: 'please-check', name: 'Choir' },
  { code: 'record-restored', atMs: nowMs, asked: false },
  { code: 'record-restored', atMs: nowMs, asked: true },
  ...(['created', 'unknown', 'open'] as const).flatMap((state) =>
    [true, false].map((exact): Failure => ({ code: 'duplicate', exact, state, jobId: 'j1', madeAtMs: nowMs })),
  ),
  ...draftProblems.map((problem): Failure => ({ code: 'bad-draft', problem })),
  { code: 'bad-number', number: '8 912 701', guess: '+7 912 701-44-20' },
  { code: 'bad-number', number: '8 912 701', guess: null },
  { code: 'not-on-whatsapp', name: 'Anna Petrova' },
  { code: 'list-exists', name: 'Choir' },
  { code: 'account-exists', label: 'School 5' },
  { code: 'account-busy', open: 2, queued: 0 },
  { code: 'account-busy', open: 0, queued: 3 },
  { code: 'file-empty', file: 'list.csv' },
  { code: 'file-no-cards', file: 'list.vcf' },
  { code: 'file-too-big', file: 'list.csv', most: { of: 'megabytes', count: 20 } },
  { code: 'file-too-big', file: 'list.csv', most: { of: 'rows', count: 100_000 } },
  { code: 'file-too-big', file: 'list.csv', most: { of: 'work' } },
  ...otherFiles.map((is): Failure => ({ code: 'file-is-other', file: 'list.xlsx', is })),
  { code: 'file-unreadable', file: 'list.csv', kind: 'csv', why: 'quotes', line: 7 },
  { code: 'file-unreadable', file: 'list.xlsx', kind: 'xlsx', why: 'damaged', line: 1204 },
  { code: 'file-unreadable', file: 'list.xlsx', kind: 'xlsx', why: 'damaged', line: null },
  ...(['setup-not-one', 'setup-newer', 'setup-damaged'] as const).map(
    (code): Failure => ({ code, file: 'for-anna.creategroup' }),
  ),
  { code: 'setup-too-big', file: 'for-anna.creategroup', mostMegabytes: 5 },
  ...setupCounts.map((of): Failure => ({ code: 'setup-too-many', of, most: 20 })),
  { code: 'setup-expired', atMs: nowMs - 3_600_000 },
  { code: 'refused-in-a-row', count: 3 },
  { code: 'no-groups', file: 'list.xlsx' },
  { code: 'too-many-groups', file: 'list.xlsx', most: 5000 },
  { code: 'bad-picture', mostMegabytes: 5 },
  { code: 'stale-groups', lost: false },
  { code: 'stale-groups', lost: true },
  ...policyTroubles.flatMap((why): Failure[] => [
    { code: 'bad-policy', why, key: 'limits.groupsPerDay' },
    { code: 'bad-policy', why, key: null },
  ]),
  { code: 'bad-request', field: 'name' },
  { code: 'unexpected', logId: '7F3A-21' },
];

const codes = failureSchema.options.map((option): FailureCode => option.shape.code.value);
const coded = new Set(withFigures.map(({ code }) => code));
// What has no figures is its code alone; a code with figures that is missing above fails the schema in the first test.
const all = [...withFigures, ...codes.filter((code) => !coded.has(code)).map((code) => ({ code }) as Failure)];
const abouts = ['group', 'waiting', 'reading'] as const;
const sentences = all.flatMap((failure) =>
  [english, russian].flatMap((words) =>
    abouts.map((about) => ({ failure, about, text: sayFailure(failure, { ...words, about }) })),
  ),
);

test('every failure that may cross the bridge is among the samples', () => {
  expect(all.filter((failure) => !failureSchema.safeParse(failure).success)).toEqual([]);
});

test('every failure has a sentence in both languages, without a key or a placeholder left over', () => {
  const broken = sentences.filter(({ text }) => /\{|\}|^(failure|waiting|reading)\./.test(text) || !/[.?]$/.test(text));

  expect(broken).toEqual([]);
});

test('no sentence shouts or uses words of the service', () => {
  const words = /!|\b(token|instance|json|http|api|500|chat ?id)\b/i;
  const exempt: FailureCode[] = ['bad-api-url'];

  expect(sentences.filter(({ failure, text }) => words.test(text) && !exempt.includes(failure.code))).toEqual([]);
});

test('where nothing was to be made, no sentence speaks of a group that was not made', () => {
  const failures: FailureCode[] = [
    'offline',
    'not-linked',
    'wrong-account',
    'suspended',
    'blocked',
    'sleeping',
    'quota',
  ];
  const reading = sentences.filter(({ failure, about }) => about === 'reading' && failures.includes(failure.code));

  expect(reading.filter(({ text }) => /group|групп/i.test(text))).toEqual([]);
});

test('the same failure of a group says whether the group was made', () => {
  expect(sayFailure({ code: 'not-linked' }, russian)).toContain('Группа не создана.');
  expect(sayFailure({ code: 'not-linked' }, { ...russian, about: 'reading' })).not.toContain('Группа');
});

test('a group that waits because of others is not said to be the one that nobody knows of', () => {
  const texts = [english, russian].map((words) => sayFailure({ code: 'unknown' }, { ...words, about: 'waiting' }));

  expect(texts[0]).toContain('This one was not made.');
  expect(texts[1]).toContain('Эта группа не создана.');
});

test('figures are written by the language', () => {
  const failure: Failure = { code: 'quota', used: 1000, total: 1500, resetsAtMs: Date.UTC(2026, 11, 1) };

  expect(sayFailure(failure, english)).toContain('(1,000 of 1,500)');
  expect(sayFailure(failure, russian)).toContain(
    '(1\u00A0000 из 1\u00A0500). Группа не создана. Лимит обновится 1 декабря',
  );
});

test('a limit that ends today says only the time', () => {
  expect(sayFailure({ code: 'suspended', untilMs: nowMs + 3_600_000 }, english)).toContain('until 13:00.');
});

test('groups that keep an account are counted with the right plural', () => {
  const says = (open: number) => sayFailure({ code: 'account-busy', open, queued: 0 }, russian);

  expect([1, 3, 5].map((open) => says(open).slice(0, 9))).toEqual(['1 группа ', '3 группы ', '5 групп э']);
});
