import { expect, test } from './sample.ts';

test('values cross to main and back as structured clone keeps them', async ({ launch }) => {
  const { page } = await launch();

  const checks = await page.evaluate(async () => {
    const back = (await sample.call('echo', {
      date: new Date(7),
      map: new Map([['a', new Set([1, 2])]]),
      bytes: new Uint8Array([1, 2, 255]),
      floats: new Float64Array([0.5]),
      buffer: new ArrayBuffer(3),
      error: new RangeError('too far'),
      nothing: undefined,
      notANumber: Number.NaN,
      minusZero: -0,
      big: 2n ** 70n,
      $: 'a key of its own',
      list: [1, [2, null]],
    })) as Record<string, unknown>;
    return {
      date: back.date instanceof Date && Number(back.date),
      map: back.map instanceof Map && [...back.map].map(([key, set]) => [key, ...set]),
      bytes: back.bytes instanceof Uint8Array && [...back.bytes],
      floats: back.floats instanceof Float64Array && [...back.floats],
      buffer: back.buffer instanceof ArrayBuffer && back.buffer.byteLength,
      error: back.error instanceof Error && back.error.message,
      nothing: 'nothing' in back && back.nothing === undefined,
      notANumber: Number.isNaN(back.notANumber),
      minusZero: Object.is(back.minusZero, -0),
      big: back.big === 2n ** 70n,
      $: back.$,
      list: back.list,
    };
  });

  expect(checks).toEqual({
    date: 7,
    map: [['a', 1, 2]],
    bytes: [1, 2, 255],
    floats: [0.5],
    buffer: 3,
    error: 'too far',
    nothing: true,
    notANumber: true,
    minusZero: true,
    big: true,
    $: 'a key of its own',
    list: [1, [2, null]],
  });
});

test('an error of a handler arrives as Electron words it, and an unknown call is refused', async ({ launch }) => {
  const { page } = await launch();

  const messages = await page.evaluate(() =>
    Promise.all(['fail', 'nobody'].map((name) => sample.call(name).catch((error: Error) => error.message))),
  );

  expect(messages).toEqual([
    "Error invoking remote method 'fail': TypeError: on purpose",
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  ]);
});

test('a function crosses in neither direction', async ({ launch }) => {
  const { page } = await launch();

  const messages = await page.evaluate(() => {
    const refused = (answer: Promise<unknown>) => answer.catch((error: Error) => error.message);
    return Promise.all([refused(sample.call('function')), refused(sample.call('echo', () => 1))]);
  });

  expect(messages).toEqual([
    "Error invoking remote method 'function': Error: An object could not be cloned.",
    'An object could not be cloned.',
  ]);
});

test('main sees the address of the frame that calls, true after the page has pushed a state', async ({ launch }) => {
  const { page } = await launch();

  const before = await page.evaluate(() => sample.call('sender'));
  await page.evaluate(() => history.pushState(null, '', '/other.html?a=1'));
  const after = await page.evaluate(() => sample.call('sender'));

  expect(before).toEqual({ url: 'app://window/index.html', isMain: true });
  expect(after).toEqual({ url: 'app://window/other.html?a=1', isMain: true });
});

test('main speaks to the page until the page stops listening', async ({ launch }) => {
  const { app, page } = await launch();
  const say = (news: string) =>
    app.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', text), news);

  await say('one');
  await expect(page.getByRole('status')).toHaveText('"one"');
  await page.evaluate(() => Reflect.get(window, 'stopListening')());
  await say('two');
  await page.evaluate(() => sample.call('echo')); // answers after «two» has gone by

  await expect(page.getByRole('status')).toHaveText('"one"');
});

test('a reloaded page has its bridge again', async ({ launch }) => {
  const { app, page } = await launch();

  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://window/index.html')),
  ]);

  expect(await page.evaluate(() => sample.call('echo', 'again'))).toBe('again');
});
