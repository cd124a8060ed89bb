import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { brokenCode } from '../support/code-rules.ts';
import { brokenRules } from '../support/import-rules.ts';
import { parseSource, readSources, top } from '../support/sources.ts';

const sources = readSources(['core', 'main', 'preload', 'renderer', 'bench', 'test']);
const product = sources.filter(({ file }) => /^(core|main|preload|renderer)\//.test(file));

test('every file imports only what its folder may', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(brokenRules(sources)).toEqual([]);
});

test.each([
  ['core/phone.ts', "import 'node:fs'", 'core/phone.ts may not import node:fs'],
  ['core/phone.ts', "import { x } from '../main/ipc.ts'", 'core/phone.ts may not import main/ipc.ts'],
  ['renderer/app.tsx', "import { z } from 'zod'", 'renderer/app.tsx may not import zod'],
  ['renderer/app.tsx', "import { x } from '../main/ipc.ts'", 'renderer/app.tsx may not import main/ipc.ts'],
  ['renderer/app.tsx', "import type { x } from '../main/ipc.ts'", 'renderer/app.tsx may not import main/ipc.ts'],
  ['preload/index.ts', "import fs from 'node:fs'", 'preload/index.ts may not import node:fs'],
  ['main/ipc.ts', "import { ipcMain } from 'electron'", 'main/ipc.ts imports electron'],
  ['main/groups/queue.ts', "import type { App } from 'electron'", 'main/groups/queue.ts imports electron'],
  ['main/groups/queue.ts', "void import('got')", 'main/groups/queue.ts imports got'],
  ['main/green-api/failures.ts', "import { HTTPError } from 'got'", 'main/green-api/failures.ts imports got'],
  [
    'main/groups/queue.ts',
    "export { x } from '../contacts/people.ts'",
    'main/groups/queue.ts may not import main/contacts/people.ts',
  ],
  [
    'main/spreadsheet/table.ts',
    "import { createPeople } from '../contacts/people.ts'",
    'main/spreadsheet/table.ts may not import main/contacts/people.ts',
  ],
  [
    'main/practice/practice.ts',
    "import { createGreenApi } from '../green-api/client.ts'",
    'main/practice/practice.ts may not import main/green-api/client.ts',
  ],
  [
    'main/electron/tray.ts',
    "import { createGroups } from '../groups/create-groups.ts'",
    'main/electron/tray.ts may not import main/groups/create-groups.ts',
  ],
  ['main/index.ts', "import { x } from '../test/support/app.ts'", 'main/index.ts imports test/support/app.ts'],
])('in %s, `%s` is reported', (file, text, report) => {
  expect(brokenRules([parseSource(file, text)])).toContain(report);
});

test('a value that brings zod into the window is reported, its type is not', () => {
  const core = [
    parseSource('core/a.ts', "import { z } from 'zod'; export const a = z.string();"),
    parseSource('core/b.ts', "export { a } from './a.ts';"),
  ];

  const value = brokenRules([...core, parseSource('renderer/app.tsx', "import { a } from '../core/b.ts'")]);
  const type = brokenRules([...core, parseSource('renderer/app.tsx', "import type { a } from '../core/b.ts'")]);

  expect(value).toEqual(['renderer/app.tsx takes a value from core/b.ts, which brings zod']);
  expect(type).toEqual([]);
});

test("no code uses Chromium's network, opens other pages, sets markup or says what no dictionary holds", () => {
  expect(product.flatMap(brokenCode)).toEqual([]);
});

test.each([
  ['main/electron/x.ts', "import { net } from 'electron'", 'main/electron/x.ts: net is'],
  ['main/electron/x.ts', 'electron.net.fetch(url); net.fetch(url)', 'main/electron/x.ts: net.fetch may send'],
  ['main/electron/x.ts', 'net.request(url)', 'main/electron/x.ts: net.request may send'],
  ['main/electron/tray.ts', 'shell.openExternal(url)', 'main/electron/tray.ts: shell.openExternal belongs'],
  ['main/electron/tray.ts', "menu.append({ label: 'Open' })", 'main/electron/tray.ts: label says “Open”'],
  ['renderer/a.tsx', '<p dangerouslySetInnerHTML={{ __html }} />', 'renderer/a.tsx: dangerouslySetInnerHTML'],
  ['renderer/a.tsx', '<p>Привет</p>', 'renderer/a.tsx: says “Привет”'],
  ['renderer/a.tsx', "<>{busy ? 'Wait' : say('ready')}</>", 'renderer/a.tsx: says “Wait”'],
  ['renderer/a.tsx', `<p>{\`\${count} people\`}</p>`, 'renderer/a.tsx: says “people”'],
  ['renderer/a.tsx', '<input placeholder="Name" />', 'renderer/a.tsx: placeholder says “Name”'],
  ['renderer/a.tsx', "<b aria-label={at === 'top' && 'Close'} />", 'renderer/a.tsx: aria-label says “Close”'],
])('in %s, `%s` is reported', (file, text, report) => {
  expect(brokenCode(parseSource(file, text))).toContainEqual(expect.stringContaining(report));
});

test('figures, marks, the name of the app and what the dictionary says are no loose texts', () => {
  const page = `<p title={say('a')}>CreateGroup · 5 {say('b')} {at === 'top' && <i class="dot" />} {\`\${count} / 100\`}</p>`;

  expect(brokenCode(parseSource('renderer/a.tsx', page))).toEqual([]);
});

test('the top of the repository holds only the folders that the architecture names', () => {
  const ignored = readFileSync(path.join(top, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const folders = readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.git' && !ignored.includes(entry.name))
    .map((entry) => entry.name);

  expect(['.ci', '.github', 'bench', 'build', 'core', 'docs', 'main', 'preload', 'renderer', 'test']).toEqual(
    expect.arrayContaining(folders),
  );
});
