import { test as base } from '@playwright/test';
import { createPractice, type Practice } from '../../main/practice/practice.ts';
import { systemClock } from '../../main/system-clock.ts';
import { type Apps, withApps } from '../support/apps.ts';

type Options = {
  /** The folder of the app's package.json, from the repository's top. */
  readonly appFolder: string;
  /** The same seed makes the same practice people, account and ids. */
  readonly seed: number;
};

type Fixtures = Pick<Apps, 'userData' | 'launch' | 'restart' | 'crash' | 'output'> & {
  readonly apps: Apps;
  /** GREEN-API in miniature, in this process: tests look into its world and order its troubles. */
  readonly practice: Practice;
};

/**
 * The test of a whole app: `launch()` starts the built one with an empty data folder of the test's own. After each test the
 * key of the practice account is looked for wherever the app could have left it.
 */
export const test = base.extend<Options & Fixtures>({
  appFolder: ['.', { option: true }],
  seed: [1, { option: true }],

  apps: ({ appFolder, practice }, use) => withApps(appFolder, use, practice.apiTokenInstance),
  userData: ({ apps }, use) => use(apps.userData),
  launch: ({ apps }, use) => use(apps.launch),
  restart: ({ apps }, use) => use(apps.restart),
  crash: ({ apps }, use) => use(apps.crash),
  output: ({ apps }, use) => use(apps.output),

  async practice({ seed }, use) {
    const practice = await createPractice({ seed, clock: systemClock });
    await use(practice);
    await practice.close();
  },
});

export { expect } from '@playwright/test';
