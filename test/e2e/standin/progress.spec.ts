import type {} from '../../standin/parts/main.ts';
import { badge, progressBar } from '../../support/native.ts';
import { expect, test } from './parts.ts';

test('how far a run is shows on the taskbar, what needs a person on the badge', async ({ launch }) => {
  const { app } = await launch();

  await app.evaluate(() => parts.desktop.showProgress({ part: 0.25, mode: 'normal', needsYou: 0 }));
  expect(await progressBar(app)).toEqual({ value: 0.25, mode: 'normal' });
  await app.evaluate(() => parts.desktop.showProgress({ part: 0.25, mode: 'error', needsYou: 3 }));
  expect(await progressBar(app)).toEqual({ value: 0.25, mode: 'error' });
  expect(await badge(app)).toBe(3);
  await app.evaluate(() => parts.desktop.showProgress({ part: null, mode: 'normal', needsYou: 0 }));

  expect(await progressBar(app)).toEqual({ value: -1, mode: 'none' });
  expect(await badge(app)).toBe(0);
});

test('a window that is opened later shows how far the run is', async ({ launch }) => {
  const { app, page } = await launch();
  const closed = page.waitForEvent('close');
  await app.evaluate(() => parts.window.current()?.close());
  await closed;
  await app.evaluate(() => parts.desktop.showProgress({ part: 0.5, mode: 'paused', needsYou: 1 }));
  expect(await progressBar(app)).toEqual({ value: -1, mode: 'none' });

  await app.evaluate(() => parts.window.show());

  expect(await progressBar(app)).toEqual({ value: 0.5, mode: 'paused' });
});
