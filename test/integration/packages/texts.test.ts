import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { product, top } from '../../packages/product.ts';
import { controlTroubles } from '../../packages/rules/deb.ts';
import { desktopEntryTroubles, parseDesktopEntry } from '../../packages/rules/desktop-entry.ts';
import { installerScriptTroubles } from '../../packages/rules/installer-script.ts';
import { metainfoTroubles } from '../../packages/rules/metainfo.ts';
import { mimeTypeTroubles } from '../../packages/rules/mime-type.ts';
import { modeTroubles } from '../../packages/rules/modes.ts';
import { parsePlist } from '../../packages/rules/plist.ts';
import { headTroubles, needTroubles } from '../../packages/rules/rpm.ts';
import { hasTool, replaceIn } from '../../support/packed.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A copy of a file of build/, with one thing in it replaced. */
function changed(file: string, before: string | RegExp, after: string): string {
  const copy = path.join(tempFolder(), path.basename(file));
  cpSync(path.join(top, 'build', file), copy);
  replaceIn(copy, before, after);
  return copy;
}

describe('the metainfo', () => {
  const file = 'linux/app.creategroup.creategroup.metainfo.xml';

  test('is as decided', () => {
    expect(metainfoTroubles(path.join(top, 'build', file))).toEqual([]);
  });

  test.each([
    ['it is not well-formed XML', '</summary>', ''],
    ['its type is', 'type="desktop-application"', 'type="addon"'],
    ['its id is', '<id>app.', '<id>org.'],
    ['its licence is', '<project_license>MIT', '<project_license>ISC'],
    ['what it launches is', 'creategroup.desktop', 'other.desktop'],
    ['its file type is', 'vnd.creategroup.setup', 'x-other'],
    ['its newest release is "9.9.9"', `version="${product.version}"`, 'version="9.9.9"'],
    ['its newest release is null', /<release version.*/, ''],
    ['its newest release has no date', / date="[^"]*"/, ''],
    ['its summary does not say the same', /<summary xml:lang="ru">.*/, ''],
    ['its description does not say the same', /<p xml:lang="ru">.*<\/p>/, '<p xml:lang="ru">In English</p>'],
    ['its list does not say the same', /<li xml:lang="ru">.*/, ''],
  ])('%s', (trouble, before, after) => {
    expect(metainfoTroubles(changed(file, before, after))).toContainEqual(expect.stringContaining(trouble));
  });

  test.runIf(hasTool('appstreamcli'))('is shown to appstreamcli as well', () => {
    const file = changed(
      'linux/app.creategroup.creategroup.metainfo.xml',
      '<metadata_license>MIT',
      '<metadata_license>No',
    );

    expect(metainfoTroubles(file)).toContainEqual(expect.stringContaining('appstreamcli says'));
  });
});

describe('the file type', () => {
  test('is as decided', () => {
    expect(mimeTypeTroubles(path.join(top, 'build/linux/mime-type.xml'))).toEqual([]);
  });

  test.each([
    ['its type is', 'vnd.creategroup.setup', 'x-other'],
    ['its ending is', '*.creategroup', '*.txt'],
    ['it is not named in English and Russian', /<comment xml:lang="ru">.*/, ''],
  ])('%s', (trouble, before, after) => {
    expect(mimeTypeTroubles(changed('linux/mime-type.xml', before, after))).toContainEqual(
      expect.stringContaining(trouble),
    );
  });
});

describe('the menu entry', () => {
  const good = `[Desktop Entry]
Name=CreateGroup
Exec=/opt/CreateGroup/creategroup %U
Terminal=false
Type=Application
Icon=creategroup
StartupWMClass=creategroup
GenericName=WhatsApp groups
GenericName[ru]=Группы WhatsApp
Comment=Creates groups
Comment[ru]=Создаёт группы
Keywords=group;
Keywords[ru]=группа;
Actions=NewGroup;FromSpreadsheet;
MimeType=application/vnd.creategroup.setup;
Categories=Office;

[Desktop Action NewGroup]
Name=New group
Name[ru]=Новая группа
Exec=/opt/CreateGroup/creategroup --new-group

[Desktop Action FromSpreadsheet]
Name=From a spreadsheet
Name[ru]=Из таблицы
Exec=/opt/CreateGroup/creategroup --from-spreadsheet
`;
  const troublesOf = (text: string) => {
    const file = path.join(tempFolder(), 'creategroup.desktop');
    writeFileSync(file, text);
    return desktopEntryTroubles(file, '/opt/CreateGroup/creategroup');
  };

  test('is as decided', () => {
    expect(troublesOf(good)).toEqual([]);
  });

  test.each([
    ['Type is "Link"', 'Type=Application', 'Type=Link'],
    ['Name is undefined', 'Name=CreateGroup\n', ''],
    ['Icon is', 'Icon=creategroup', 'Icon=electron'],
    ['StartupWMClass is', 'WMClass=creategroup', 'WMClass=CreateGroup'],
    ['Exec is', ' %U', ''],
    ['MimeType is', 'MimeType=', 'MimeType=x-scheme-handler/whatsapp;'],
    ['GenericName is missing', 'GenericName=WhatsApp groups\n', ''],
    ['Comment[ru] is not Russian', 'Создаёт группы', 'Creates groups'],
    ['Keywords[ru] is not Russian', 'Keywords[ru]=группа;\n', ''],
    ['Actions is', 'NewGroup;FromSpreadsheet;', 'NewGroup;'],
    ['the action NewGroup is missing', 'Action NewGroup', 'Action Other'],
    ['Exec of FromSpreadsheet is', '--from-spreadsheet', '--sheet'],
    ['Name[ru] is not Russian', 'Name[ru]=Из таблицы\n', ''],
  ])('%s', (trouble, before, after) => {
    expect(good).toContain(before);
    expect(troublesOf(good.replace(before, after))).toContainEqual(expect.stringContaining(trouble));
  });

  test.runIf(hasTool('desktop-file-validate'))('is shown to desktop-file-validate as well', () => {
    expect(troublesOf(good.replace('Terminal=false', 'Terminal=no'))).toEqual([
      expect.stringContaining('desktop-file-validate says'),
    ]);
  });

  test.each(['Name', '=x', '[Open', 'Name = x'])('a line like «%s» is not read over', (line) => {
    expect(() => parseDesktopEntry(`[Desktop Entry]\n${line}\n`)).toThrow('is no line of a desktop entry');
  });
});

test.each([
  ['Package is', /^Package: .*/m, 'Package: other'],
  ['Architecture is all', 'amd64', 'all'],
  ['Maintainer has no address', ' <m@example.invalid>', ''],
  ['Section is', 'Section: net', 'Section: default'],
  ['Installed-Size is missing', 'Installed-Size: 4\n', ''],
  ['Homepage is missing', 'Homepage: https://example.invalid/\n', ''],
  ['Description has no second line', '\n Long', ''],
  ['Depends lacks libnss3', 'libnss3, ', ''],
])('control: %s', (trouble, before, after) => {
  const good = `Package: creategroup
Version: ${product.version}
Architecture: amd64
Maintainer: M <m@example.invalid>
Installed-Size: 4
Depends: libgtk-3-0, libnss3, libsecret-1-0 | other
Section: net
Homepage: https://example.invalid/
Description: Short
 Long
`;
  expect(controlTroubles(good)).toEqual([]);
  expect(controlTroubles(good.replace(before, after))).toEqual([expect.stringContaining(trouble)]);
});

test.each([
  [0, 'Name is'],
  [1, 'Version is'],
  [2, 'Architecture is'],
  [3, 'License is'],
  [4, 'URL is missing'],
  [5, 'Summary is missing'],
])('head of an rpm, line %i: %s', (line, trouble) => {
  const good = [product.name, product.version, 'x86_64', product.license, 'https://example.invalid/', 'Short'];

  expect(headTroubles(good.join('\n'))).toEqual([]);
  expect(headTroubles(good.with(line, '(none)').join('\n'))).toEqual([expect.stringContaining(trouble)]);
});

test('an rpm that asks for too little is told', () => {
  expect(needTroubles('gtk3\nnss\n')).toEqual([]);
  expect(needTroubles('nss\n')).toEqual(['Requires lacks gtk3']);
});

test.each(['-rwxrwxr-x', '-rw-rw-r--', '-rwsr-xr-x', '-rwxr-sr-x', 'drwxrwxrwt', '-rw-r--rw-', '-rw-------'])(
  'the mode %s is told',
  (mode) => {
    expect(modeTroubles([{ name: 'x', mode, owner: 'root/root' }])).toEqual([`x has the mode ${mode}`]);
  },
);

test('files of others than root are told, ordinary modes are not', () => {
  const modes = ['-rwxr-xr-x', '-rw-r--r--', 'drwxr-xr-x', 'lrwxrwxrwx'];

  expect(modeTroubles(modes.map((mode) => ({ name: 'x', mode, owner: 'root/root' })))).toEqual([]);
  expect(modeTroubles([{ name: 'x', mode: '-rw-r--r--', owner: 'anna/root' }])).toEqual(['x belongs to anna/root']);
});

test('a property list is read, and a torn one is not', () => {
  const list =
    '<!DOCTYPE plist PUBLIC "x" "y"><plist><dict><key>a&amp;b</key><array><true/><integer>-3</integer></array>';

  expect(parsePlist(`${list}<key>c</key><dict><key>d</key><string> e </string></dict></dict></plist>`)).toEqual({
    'a&b': [true, -3],
    c: { d: ' e ' },
  });
  expect(() => parsePlist(`${list}<key>c</key></dict></plist>`)).toThrow('has no value');
  expect(() => parsePlist(list)).toThrow();
  expect(() => parsePlist('<dict/>')).toThrow('no property list');
});

test.runIf(hasTool('makensis'))('NSIS understands our part of the uninstaller, and a slip in it is told', () => {
  const script = changed('windows/installer.nsh', '${' + 'LANG_RUSSIAN}', '${' + 'LANG_ENGLISH}');

  expect(installerScriptTroubles(tempFolder())).toEqual([]);
  expect(installerScriptTroubles(tempFolder(), script)).toEqual([expect.stringContaining('makensis says')]);
});
