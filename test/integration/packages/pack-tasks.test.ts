import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { top } from '../../packages/product.ts';

/** Calls a function of the tasks, which are JavaScript, in a Node of its own: answers what it answers. */
function call(module: string, name: string, ...args: readonly unknown[]): unknown {
  const file = path.join(top, 'build', module);
  const code = `
    const { ${name} } = await import(${JSON.stringify(file)});
    process.stdout.write(JSON.stringify(${name}(...${JSON.stringify(args)})));
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', stdio: 'pipe' });
  return JSON.parse(said);
}

const plan = (given: object) => call('tasks/packing-plan.mjs', 'packingPlan', given);
const signing = (system: string, env: object) => call('tasks/signing.mjs', 'signing', system, env);

test('a system with Electron packs what is for itself, and says where the rest is made', () => {
  expect(plan({ system: 'linux', hasElectron: true, tools: { rpmbuild: '/usr/bin/rpmbuild' } })).toEqual({
    runs: [{ system: 'linux', words: ['--linux', 'AppImage', 'deb', 'rpm', 'tar.gz'] }],
    leftOut: [
      'Windows installer, portable and zip: run this command on Windows.',
      'macOS dmg and zip: run this command on macOS.',
    ],
  });
  expect(plan({ system: 'win32', hasElectron: true, tools: {} })).toMatchObject({
    runs: [{ system: 'win32', words: ['--win'] }],
    leftOut: [expect.stringMatching(/^Linux/), expect.stringMatching(/^macOS/)],
  });
});

test('what needs a tool that is not there is left out with the reason', () => {
  expect(plan({ system: 'linux', hasElectron: true, tools: { rpmbuild: null } })).toMatchObject({
    runs: [{ words: ['--linux', 'AppImage', 'deb', 'tar.gz'] }],
    leftOut: expect.arrayContaining([expect.stringMatching(/^rpm: there is no rpmbuild/)]),
  });
  expect(plan({ system: 'linux', hasElectron: false, tools: {} })).toMatchObject({
    runs: [
      { words: ['--linux', 'dir', '--x64'] },
      { words: ['--win', 'dir', '--x64'] },
      { words: ['--mac', 'dir', '--x64'] },
    ],
    leftOut: expect.arrayContaining([
      expect.stringMatching(/^deb:/),
      expect.stringMatching(/^rpm:/),
      expect.stringMatching(/^tar\.gz and zip:/),
      expect.stringMatching(/^AppImage:/),
      expect.stringMatching(/^Windows installer/),
      expect.stringMatching(/^macOS dmg/),
    ]),
  });
});

const notary = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' };
const feed = { CREATEGROUP_UPDATE_URL: 'https://updates.example.invalid/' };
const feedArgs = ['-c.publish.provider=generic', `-c.publish.url=${feed.CREATEGROUP_UPDATE_URL}`];

test.each([
  ['win32', feed],
  ['win32', { ...feed, WIN_CSC_LINK: '' }],
  ['darwin', feed],
  ['darwin', { ...feed, CSC_LINK: 'x' }],
  ['darwin', { ...feed, ...notary }],
  ['darwin', { ...feed, CSC_LINK: 'x', ...notary, APPLE_TEAM_ID: '' }],
  ['linux', { ...feed, CSC_LINK: 'x', ...notary }],
] as const)('on %s, %j, nothing is signed, and so no address for updates goes in', (system, env) => {
  const { args, said } = signing(system, env) as { args: string[]; said: string[] };

  expect(args.join(' ')).not.toContain('publish');
  expect(said).toEqual([
    expect.stringMatching(/^Not signed/),
    expect.stringMatching(/^CREATEGROUP_UPDATE_URL is left/),
  ]);
});

test.each([
  ['win32', { CSC_LINK: 'x' }],
  ['win32', { WIN_CSC_LINK: 'x' }],
  ['darwin', { CSC_LINK: 'x', ...notary }],
  ['darwin', { CSC_NAME: 'x', APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' }],
] as const)(
  'on %s with %j a signature is asked for, and updates come only from the address that is named',
  (system, env) => {
    expect(signing(system, env)).toEqual({ args: ['-c.forceCodeSigning=true'], said: [] });
    expect(signing(system, { ...env, ...feed })).toEqual({ args: ['-c.forceCodeSigning=true', ...feedArgs], said: [] });
    expect(() => signing(system, { ...env, CREATEGROUP_UPDATE_URL: 'http://example.invalid/' })).toThrow(/https/);
  },
);

test('the packer of .deb and .rpm reads the words of fpm', () => {
  const words = [
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'a',
    '-d',
    'b | c',
    '--description',
    '-x\n y',
    '/tmp/a=b/=/opt',
  ];

  expect(call('fpm/options.mjs', 'readOptions', words)).toEqual({
    source: 'dir',
    target: 'deb',
    depends: ['a', 'b | c'],
    recommends: [],
    description: '-x\n y',
    files: [{ from: '/tmp/a=b/', to: '/opt' }],
  });
});

test.each([[['--what', 'x']], [['--name']], [['file']], [['=/opt']]])('%j is no word of fpm', (words) => {
  expect(() => call('fpm/options.mjs', 'readOptions', words)).toThrow();
});
