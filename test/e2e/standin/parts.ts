import { test as base } from '../fixture.ts';

export { expect } from '../fixture.ts';

/** The fixture of all whole-app tests, with the surfaces of the desktop alone in place of the app. */
export const test = base.extend({ appFolder: 'test/standin/parts' });
