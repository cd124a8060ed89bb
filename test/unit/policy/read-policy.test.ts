import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyPlaceOf } from '../../../main/policy/policy-place.ts';
import { isRoots, opensForWriting } from '../../../main/policy/protection.ts';
import { readPolicy } from '../../../main/policy/read-policy.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const isRoot = process.getuid?.() === 0;

function place(mustBeProtected = false) {
  const file = path.join(tempFolder(), 'policy.json');
  return { file, mustBeProtected };
}
function written(text = '{"version":1}', mustBeProtected = false) {
  const at = place(mustBeProtected);
  writeFileSync(at.file, text);
  return at;
}
const why = (at: Parameters<typeof readPolicy>[0]) => {
  const read = readPolicy(at);
  return read && (read.ok ? 'good' : read.failure.why);
};

test('a file is read, and none is no trouble', () => {
  expect(why(written())).toBe('good');
  expect(why(place())).toBeNull();
  expect(why({ file: '/no/such/folder/policy.json', mustBeProtected: true })).toBeNull();
});

test('what is no file is not waited for', () => {
  const [folder, pipe, endless] = [place(), place(), place()];
  mkdirSync(folder.file);
  execFileSync('mkfifo', [pipe.file]);
  symlinkSync('/dev/zero', endless.file);

  expect([folder, pipe, endless].map(why)).toEqual(['not-opened', 'not-opened', 'not-opened']);
});

test('of a file of any size no more is read than a policy can have', () => {
  expect(why(written(' '.repeat(5_000_000)))).toBe('too-big');
});

test('a link that leads nowhere is no file', () => {
  const at = place();
  symlinkSync('/no/such/file', at.file);

  expect(why(at)).toBeNull();
});

describe('whose file it is', () => {
  test.skipIf(!isRoot)("root's file in root's folder is the administrator's", () => {
    expect(why(written('{"version":1}', true))).toBe('good');
  });

  test.skipIf(!isRoot)('one that somebody else may write is not', () => {
    const [forAll, forGroup, others] = [written('{}', true), written('{}', true), written('{}', true)];
    chmodSync(forAll.file, 0o646);
    chmodSync(forGroup.file, 0o664);
    chownSync(others.file, 1000, 1000);

    expect([forAll, forGroup, others].map(why)).toEqual(['not-protected', 'not-protected', 'not-protected']);
  });

  test.skipIf(!isRoot)('nor one that somebody else may exchange', () => {
    const at = written('{"version":1}', true);
    chmodSync(path.dirname(at.file), 0o777);

    expect(why(at)).toBe('not-protected');
  });

  test.skipIf(!isRoot)('a link counts as what it leads to', () => {
    const at = place(true);
    const target = path.join(tempFolder(), 'mine.json');
    writeFileSync(target, '{"version":1}');
    chownSync(target, 1000, 1000);
    symlinkSync(target, at.file);

    expect(why(at)).toBe('not-protected');
  });

  test.each([
    [0, 0o100644, true],
    [0, 0o100600, true],
    [0, 0o100664, false],
    [0, 0o100646, false],
    [1000, 0o100444, false],
  ])('user %i with %o', (uid, mode, protectedFromUs) => {
    expect(isRoots({ uid, mode })).toBe(protectedFromUs);
  });

  test('where access lists decide, a file that opens for writing is ours; asking changes nothing', () => {
    const at = written('{"version":1}');
    const gone = place();

    expect([opensForWriting(at.file), opensForWriting(gone.file)]).toEqual([true, false]);
    expect(why(at)).toBe('good');
    rmSync(at.file);
  });
});

describe('where it is', () => {
  const machine = { env: {}, isPackaged: true };

  test.each([
    ['linux', '/etc/creategroup/policy.json'],
    ['darwin', '/Library/Application Support/CreateGroup/policy.json'],
    ['win32', 'C:\\ProgramData\\CreateGroup\\policy.json'],
  ] as const)('%s', (platform, file) => {
    expect(policyPlaceOf({ ...machine, platform })).toEqual({ file, mustBeProtected: true });
  });

  test.each([
    ['D:\\ProgramData', 'D:\\ProgramData\\CreateGroup\\policy.json'],
    ['C:\\Users\\Anna\\ProgramData', 'C:\\ProgramData\\CreateGroup\\policy.json'],
    ['\\\\server\\ProgramData', 'C:\\ProgramData\\CreateGroup\\policy.json'],
  ])('Windows says %s', (ProgramData, file) => {
    expect(policyPlaceOf({ ...machine, platform: 'win32', env: { ProgramData } }).file).toBe(file);
  });

  test('another folder may be named in tests, never in a packaged app', () => {
    const env = { CREATEGROUP_POLICY_FOLDER: '/tmp/elsewhere' };

    expect(policyPlaceOf({ platform: 'linux', env, isPackaged: false })).toEqual({
      ...{ file: '/tmp/elsewhere/policy.json', mustBeProtected: false },
    });
    expect(policyPlaceOf({ platform: 'linux', env, isPackaged: true })).toMatchObject({
      ...{ file: '/etc/creategroup/policy.json', mustBeProtected: true },
    });
  });
});
