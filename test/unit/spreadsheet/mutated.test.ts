import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureSchema } from '../../../core/failure.ts';
import type { TableFile } from '../../../main/spreadsheet/table.ts';
import { fixture, fixtureNames, fuzzRuns, read } from './samples.ts';

/** One thing that happens to a file on its way: bytes are changed, lost, put in, doubled; its end is cut off. */
const change = fc.oneof(
  fc.record({ at: fc.nat(), lost: fc.constant(1), put: fc.uint8Array({ minLength: 1, maxLength: 1 }) }),
  fc.record({ at: fc.nat(), lost: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) }),
  fc.record({
    at: fc.nat(),
    lost: fc.constant(0),
    put: fc.constantFrom(...['"', ';', '\n', '\0', '<', '\ufeff'].map((text) => Buffer.from(text))),
  }),
  fc.record({ at: fc.nat(), lost: fc.constant(100_000), put: fc.constant(new Uint8Array()) }),
);
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function mutate(bytes: Buffer, list: readonly { at: number; lost: number; put: Uint8Array }[]): Buffer {
  return list.reduce<Buffer>((whole, { at, lost, put }) => {
    const place = whole.length === 0 ? 0 : at % whole.length;
    return Buffer.concat([whole.subarray(0, place), put, whole.subarray(place + lost)]);
  }, bytes);
}

const slowestMs = 2000;

test.each(fixtureNames)(
  '%s, however it is damaged, is a failure that can be said, or a table; quickly',
  async (name) => {
    const bytes = fixture(name);
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const startedAt = performance.now();
        const answer = await read(mutate(bytes, list));
        expect(performance.now() - startedAt).toBeLessThan(slowestMs);
        if (!answer.ok) expect(failureSchema.safeParse(answer.failure).success).toBe(true);
      }),
      { numRuns: fuzzRuns },
    );
  },
  120_000,
);

test.each(fixtureNames.filter((name) => name.endsWith('.xlsx') && !name.includes('locked')))(
  '%s, however it is damaged, is never read by half: all of it, or a failure',
  async (name) => {
    const bytes = fixture(name);
    const whole = await read(bytes);
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const answer = await read(mutate(bytes, list));
        // Without its first letters it is no archive any more.
        if (answer.ok && answer.value.kind === 'xlsx') expect(answer).toEqual(whole);
      }),
      { numRuns: fuzzRuns },
    );
  },
  120_000,
);

test.each(fixtureNames.filter((name) => name.endsWith('.csv') && !name.includes('utf-16')))(
  '%s: one wrong byte changes its own row and the one below, or is a failure',
  async (name) => {
    const bytes = fixture(name);
    const whole = await rowsOfFile(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const answer = await read(Buffer.from(bytes).fill(byte, at, at + 1));
        if (!answer.ok) return;
        const found = new Set(answer.value.tables.flatMap(rowTexts));
        expect(whole.filter((row) => !found.has(row)).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: fuzzRuns },
    );
  },
  120_000,
);

const rowTexts = ({ rows }: TableFile['tables'][number]): string[] => rows.map(({ cells }) => JSON.stringify(cells));

async function rowsOfFile(bytes: Buffer): Promise<string[]> {
  const answer = await read(bytes);
  return answer.ok ? answer.value.tables.flatMap(rowTexts) : [];
}
