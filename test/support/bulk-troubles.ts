import { expect, type Page } from '@playwright/test';
import type { PracticeTrouble } from '../../core/contract/events.ts';
import type { FailureCode } from '../../core/failure.ts';
import type { GroupRun } from '../../core/group-run.ts';
import { createWords } from '../../core/i18n/words.ts';
import { accountCard, openSection } from './clerk.ts';
import type { Stage } from './demo-stage.ts';
import { readRun } from './run-page.ts';

const say = createWords('en');

/** Each trouble that can be practised, and the stop that has to follow; null: the run goes on by itself. */
export const bulkTroubles = {
  'made-no-answer': null,
  'not-made-500': null,
  'person-not-added': null,
  'rate-overlimit': 'rate-overlimit',
  'made-but-500': null,
  offline: 'offline',
  'bad-number': null,
  'not-linked': 'not-linked',
  quota: 'quota',
} as const satisfies Record<Exclude<PracticeTrouble, 'none'>, FailureCode | null>;

type Bystander = {
  /** Switches the trouble on while the run goes, answers what comes of it, and waits until groups are made again. */
  meet(trouble: keyof typeof bulkTroubles): Promise<void>;
  /** Answers every stop until this is so. */
  stayUntil(isSo: (run: GroupRun) => boolean): Promise<GroupRun>;
};

/** Somebody who looks at the run now and then and does what its banner says. */
export function createBystander({ page, picture }: Pick<Stage, 'page' | 'picture'>): Bystander {
  const answered = new Set<FailureCode>();

  async function answer(code: FailureCode): Promise<void> {
    const way = ways[code];
    if (!way) return;
    if (!answered.has(code)) await picture(`stopped-${code}`);
    answered.add(code);
    await way(page);
  }

  async function stayUntil(isSo: (run: GroupRun) => boolean): Promise<GroupRun> {
    let run = await readRun(page);
    const look = async () => {
      run = await readRun(page);
      const stop = stopOf(run);
      if (stop !== null) await answer(stop);
      return isSo(run);
    };
    await expect.poll(look, { timeout: 60_000, intervals: [100] }).toBe(true);
    return run;
  }

  return {
    stayUntil,
    async meet(trouble) {
      const stop = bulkTroubles[trouble];
      if (stop !== null) answered.delete(stop);
      await choose(page, trouble);
      await openRun(page);
      const before = settled(await readRun(page));
      // One may have been on the wire already; two more show that nothing stands.
      await stayUntil((run) => settled(run) >= before + 3 && (stop === null || answered.has(stop)));
    },
  };
}

const settled = ({ counts }: GroupRun): number => counts.created + counts.unknown + counts.refused;

const stopOf = ({ state, waiting }: GroupRun): FailureCode | null =>
  state.at === 'stopped' ? state.failure.code : state.at === 'running' ? (waiting?.code ?? null) : null;

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: say('run.resume'), exact: true }).click();

/** What a person does about each stop; the others end by themselves. */
const ways: Partial<Record<FailureCode, (page: Page) => Promise<void>>> = {
  unknown: goOn,
  'rate-overlimit': goOn,
  quota: goOn,
  'refused-in-a-row': goOn,
  'not-linked': linkPhone,
  async offline(page) {
    await choose(page, 'none');
    await openRun(page);
  },
};

async function linkPhone(page: Page): Promise<void> {
  await page
    .getByRole('alert')
    .getByRole('button', { name: say('newGroup.linkPhone') })
    .click();
  // The pretend phone scans the code by itself; the window asks every five seconds.
  await expect(accountCard(page)).toContainText('Pretend people', { timeout: 30_000 });
  await openRun(page);
}

/** Chooses what the next group meets, where everybody who practises does. */
async function choose(page: Page, trouble: PracticeTrouble): Promise<void> {
  await openSection(page, 'New group');
  await page.getByLabel(say('practice.nextGroup')).selectOption(trouble);
}

/** Back to the run by its line in the rail. */
const openRun = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: say('shell.sections') })
    .getByRole('button', { name: /^\d+ of \d+/ })
    .click();
