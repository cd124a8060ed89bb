import path from 'node:path';

/** Where the policy of this machine is, and whether only its administrators can have put it there. */
export type PolicyPlace = {
  readonly file: string;
  /** A file that the person could have written is not taken for the administrator's. */
  readonly mustBeProtected: boolean;
};

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
};

/** The machine's own folder, which all its users read. Tests name another one; a packaged app does not listen to that. */
export function policyPlaceOf({ platform, env, isPackaged }: Machine): PolicyPlace {
  const forTests = isPackaged ? undefined : env.CREATEGROUP_POLICY_FOLDER;
  if (forTests) return { file: path.join(forTests, 'policy.json'), mustBeProtected: false };
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  return { file: join(folderOf(platform, env), 'policy.json'), mustBeProtected: true };
}

function folderOf(platform: NodeJS.Platform, { ProgramData = '' }: Machine['env']): string {
  if (platform === 'darwin') return '/Library/Application Support/CreateGroup';
  if (platform !== 'win32') return '/etc/creategroup';
  // Windows may lie on another drive. A variable that leads anywhere else was not set by Windows.
  const isUsual = /^[a-z]:\\ProgramData\\?$/i.test(ProgramData);
  return path.win32.join(isUsual ? ProgramData : 'C:\\ProgramData', 'CreateGroup');
}
