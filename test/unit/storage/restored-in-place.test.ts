import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi } from '../../support/fake-green-api.ts';
import { draft, openEngine } from '../../support/groups-engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const minuteMs = 60_000;

test('a record that was restored in its own place sends nothing that it had queued', async () => {
  const file = path.join(tempFolder(), 'groups.db');
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  api.make('Known');
  const run = async (forMs: number, act = async (_engine: ReturnType<typeof openEngine>) => {}) => {
    const engine = openEngine({ clock, api, file });
    await engine.groups.start();
    await act(engine);
    await clock.advance(forMs);
    await engine.groups.stop();
    engine.database.close();
    engine.crash();
  };

  await run(minuteMs, async ({ groups }) => {
    await groups.create(draft('First'));
    await groups.create(draft('Choir'));
  });
  copyFileSync(file, `${file}.copy`);
  await run(10 * minuteMs);
  copyFileSync(`${file}.copy`, file);
  await run(10 * minuteMs);

  expect(api.groups.filter(({ name }) => name === 'Choir')).toHaveLength(1);
});
