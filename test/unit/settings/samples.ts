import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeptAccount } from '../../../main/settings/kept.ts';
import type { SettingsFile } from '../../../main/settings/settings-store.ts';

/** A settings file as plain JSON; `write` may be made to fail. */
export function plainFile(folder: string): SettingsFile & { failWith: string | null } {
  const file = path.join(folder, 'config.json');
  return {
    path: file,
    failWith: null,
    read: () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}),
    write(content) {
      if (this.failWith) throw Object.assign(new Error(this.failWith), { code: this.failWith });
      writeFileSync(file, JSON.stringify(content));
    },
  };
}

export const accountOf = (n: number, change: Partial<KeptAccount> = {}): KeptAccount => ({
  id: `account-${n}`,
  label: `Office ${n}`,
  idInstance: String(7_103_000_000 + n),
  apiUrl: 'https://7103.api.greenapi.com',
  phone: String(79_000_000_000 + n),
  token: { backend: 'toy', sealed: Buffer.from(`sealed ${n}`).toString('base64'), end: `000${n}`.slice(-4) },
  ...change,
});
