import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { policyFolderOf } from './launch-app.ts';

/** Puts a policy where the app of this data folder looks for it; a text is written as it is. */
export function writePolicy(userData: string, policy: object | string): string {
  const file = path.join(policyFolderOf(userData), 'policy.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, typeof policy === 'string' ? policy : JSON.stringify({ version: 1, ...policy }));
  renameSync(`${file}.new`, file);
  return file;
}
