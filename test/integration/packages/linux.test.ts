import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkArtefact } from '../../packages/artefacts.ts';
import { top } from '../../packages/product.ts';
import { hasElectron, hasTool, pack, replaceIn } from '../../support/packed.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'creategroup-pack-'));
const targets = [...(hasTool('dpkg-deb') ? ['deb'] : []), ...(hasTool('rpmbuild') ? ['rpm'] : [])];

beforeAll(() => (targets.length > 0 ? pack(dist, '--linux', ...targets) : undefined), 300_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const artefact = (ending: string): string => {
  const name = readdirSync(dist).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`No ${ending} was packed`);
  return path.join(dist, name);
};

/** Everything that is wrong with a package, as `what: sentence`. */
async function troublesIn(file: string): Promise<readonly string[]> {
  const checks = await checkArtefact(file, path.join(tempFolder(), 'scratch'));
  return checks.flatMap(({ what, troubles }) => troubles.map((trouble) => `${what}: ${trouble}`));
}

test.each(targets)('the .%s is packed as decided', async (target) => {
  expect(await troublesIn(artefact(target))).toEqual([]);
});

describe.skipIf(!targets.includes('deb'))('a broken rule of the .deb is told', () => {
  /** Unpacks the .deb, changes something, and packs it anew as dpkg-deb does. */
  function changed(change: (files: string) => void): string {
    const folder = tempFolder();
    const files = path.join(folder, 'files');
    execFileSync('dpkg-deb', ['-R', artefact('deb'), files]);
    change(files);
    const file = path.join(folder, path.basename(artefact('deb')));
    execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '-b', files, file]);
    return file;
  }

  const entry = 'usr/share/applications/creategroup.desktop';
  test.each<[string, (files: string) => void]>([
    ['control: Version is "9.9.9"', (f) => replaceIn(`${f}/DEBIAN/control`, /^Version: .*/m, 'Version: 9.9.9')],
    ['scripts: postrm is missing', (f) => rmSync(`${f}/DEBIAN/postrm`)],
    ['scripts: bash says', (f) => writeFileSync(`${f}/DEBIAN/postinst`, '#!/bin/bash\nif true\n', { mode: 0o755 })],
    [
      'sums: opt/CreateGroup/resources/apparmor-profile',
      (f) => writeFileSync(`${f}/opt/CreateGroup/resources/apparmor-profile`, ''),
    ],
    [
      'modes: ./opt/CreateGroup/creategroup has the mode -rwxrwxrwx',
      (f) => chmodSync(`${f}/opt/CreateGroup/creategroup`, 0o777),
    ],
    [
      'modes: ./opt/CreateGroup/chrome-sandbox has the mode -rwsr-xr-x',
      (f) => chmodSync(`${f}/opt/CreateGroup/chrome-sandbox`, 0o4755),
    ],
    [`files: ${entry} is missing`, (f) => rmSync(`${f}/${entry}`)],
    ['files: usr/share/icons/hicolor/48x48', (f) => rmSync(`${f}/usr/share/icons/hicolor/48x48/apps/creategroup.png`)],
    [
      'menu entry: Exec is "/usr/bin/other %U"',
      (f) => replaceIn(`${f}/${entry}`, /^Exec=.* %U$/m, 'Exec=/usr/bin/other %U'),
    ],
    ['app: there is no app in it', (f) => rmSync(`${f}/opt/CreateGroup/creategroup`)],
  ])('%s', async (trouble, change) => {
    expect(await troublesIn(changed(change))).toContainEqual(expect.stringContaining(trouble));
  });

  test.skipIf(hasElectron)('size: a package without a runtime that does not say so', async () => {
    const file = changed((files) => rmSync(`${files}/opt/CreateGroup/HOLLOW.txt`));

    expect(await troublesIn(file)).toContain('size: it is too small to hold a runtime');
  });

  test.skipIf(hasElectron)('name and size: a package that is called anything', async () => {
    const file = path.join(tempFolder(), 'setup.deb');
    cpSync(artefact('deb'), file);

    const troubles = await troublesIn(file);

    expect(troubles).toEqual([
      'name: its name does not begin with name and version',
      'size: it is hollow and does not say so',
    ]);
  });
});

describe.skipIf(!targets.includes('rpm'))('our own packer of .rpm', () => {
  function packedBy(given: Readonly<Record<string, string>>): string {
    const folder = tempFolder();
    const script = path.join(folder, 'script');
    writeFileSync(script, '#!/bin/bash\nif true\n');
    const file = path.join(folder, 'creategroup-9.9.9.rpm');
    const options = {
      '--architecture': 'amd64',
      '--version': '9.9.9',
      '--name': 'creategroup',
      '--maintainer': 'M <m@example.invalid>',
      '--vendor': 'M',
      '--url': 'https://example.invalid/',
      '--description': '100 % of it',
      '--category': 'x',
      '--license': 'MIT',
      '--after-install': script,
      '--after-remove': script,
      ...given,
    };
    const words = [
      '-s',
      'dir',
      '--force',
      '-t',
      'rpm',
      '-d',
      'gtk3',
      '--package',
      file,
      ...Object.entries(options).flat(),
    ];
    const files = `${path.join(dist, 'linux-unpacked')}/=/opt/CreateGroup`;
    execFileSync(path.join(top, 'build/fpm/fpm.mjs'), [...words, files], { stdio: 'pipe' });
    return file;
  }

  test('what it packs is read back, and what is wrong in it is told', async () => {
    const troubles = await troublesIn(packedBy({ '--architecture': 'arm64' }));

    expect(troubles).toEqual(
      expect.arrayContaining([
        'name: its name does not begin with name and version',
        'head: Version is "9.9.9" and not "0.1.0"',
        'needs: Requires lacks nss',
        expect.stringMatching(/^scripts: bash says: .*POSTIN/),
        'files: usr/share/applications/creategroup.desktop is missing',
      ]),
    );
    expect(troubles.filter((trouble) => /Architecture|Summary/.test(trouble))).toEqual([]);
  });

  test('a word that it does not know ends it: half a package is worse than none', () => {
    expect(() => packedBy({ '--config-files': '/etc/x' })).toThrow(/--config-files is not known/);
  });
});

describe.skipIf(targets.length === 0)('npm run check:packages', () => {
  const check = (folder: string) =>
    spawnSync(process.execPath, ['test/packages/check.ts', folder], { cwd: top, encoding: 'utf8' });

  test('says what it looked at and ends well', () => {
    const { status, stdout, stderr } = check(dist);

    expect(stderr).toBe('');
    expect(stdout).toMatch(/^creategroup-.*\.deb \(\d+\.\d MB\): name, control, /m);
    expect(stdout).toMatch(/^Packages: \d+ passed, 0 failed$/m);
    expect(status).toBe(0);
  });

  test('ends with 1 when a rule is broken, when a package cannot be read, and when there is none', () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'empty'));
    cpSync(artefact(targets[0] ?? ''), path.join(folder, path.basename(artefact(targets[0] ?? ''))));
    renameSync(path.join(folder, path.basename(artefact(targets[0] ?? ''))), path.join(folder, `other.${targets[0]}`));
    writeFileSync(path.join(folder, `creategroup-0.1.0.${targets[0]}`), 'not a package');

    const broken = check(folder);

    expect(broken.stderr).toContain('BROKEN other');
    expect(broken.stderr).toContain('opening: it could not be read');
    expect(broken.status).toBe(1);
    expect(check(path.join(folder, 'empty'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no package'),
    });
  });
});
