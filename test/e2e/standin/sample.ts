import { test as base } from '../fixture.ts';

export { expect } from '../fixture.ts';

/** The fixture of all whole-app tests, with the stand-in's sample in place of the app. */
export const test = base.extend({ appFolder: 'test/standin/sample' });

/** What the sample's preload gives its page. */
export type SampleApi = {
  call(name: string, value?: unknown): Promise<unknown>;
  now(): Date;
  each<T, U>(list: readonly T[], change: (item: T) => U): U[];
  listen(listener: (news: unknown) => void): () => void;
};

declare global {
  /** In the page of the sample. */
  var sample: SampleApi;
}
