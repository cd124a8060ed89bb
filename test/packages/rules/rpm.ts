import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askTool, type Check, product, same, unless } from '../product.ts';
import { modeTroubles, type Packed } from './modes.ts';

const needed = ['gtk3', 'nss'];

/** Unpacks a .rpm into `folder`: answers the root of its files and its own rules. */
export function openRpm(file: string, folder: string): { root: string; checks: readonly Check[] } {
  const root = path.join(folder, 'root');
  mkdirSync(root, { recursive: true });
  const archive = execFileSync('sh', ['-c', 'rpm2archive - < "$1"', 'sh', file], {
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  execFileSync('tar', ['-xzf', '-', '-C', root], { input: archive });
  return {
    root,
    checks: [
      {
        what: 'head',
        troubles: headTroubles(query(file, '%{NAME}\n%{VERSION}\n%{ARCH}\n%{LICENSE}\n%{URL}\n%{SUMMARY}\n')),
      },
      { what: 'needs', troubles: needTroubles(query(file, '[%{REQUIRENAME}\n]')) },
      { what: 'scripts', troubles: ['POSTIN', 'POSTUN'].flatMap((tag) => scriptTroubles(file, tag, folder)) },
      {
        what: 'modes',
        troubles: modeTroubles(
          packedIn(query(file, '[%{FILEMODES:perms} %{FILEUSERNAME}/%{FILEGROUPNAME} %{FILENAMES}\n]')),
        ),
      },
    ],
  };
}

/** `head` is name, version, architecture, licence, address and summary, a line each. */
export function headTroubles(head: string): readonly string[] {
  const [name, version, arch, license, url, summary] = head.split('\n');
  return [
    ...same('Name', name, product.name),
    ...same('Version', version, product.version),
    ...unless(arch === 'x86_64' || arch === 'aarch64', `Architecture is ${arch}`),
    ...same('License', license, product.license),
    ...unless(url?.startsWith('https://') === true, 'URL is missing'),
    ...unless(Boolean(summary) && summary !== '(none)', 'Summary is missing'),
  ];
}

export const needTroubles = (names: string): readonly string[] =>
  needed.filter((name) => !names.split('\n').includes(name)).map((name) => `Requires lacks ${name}`);

function scriptTroubles(file: string, tag: string, folder: string): readonly string[] {
  const script = query(file, `%{${tag}}`);
  if (script === '(none)') return [`${tag} is missing`];
  const place = path.join(folder, tag);
  writeFileSync(place, script);
  return askTool('bash', ['-n', place]);
}

const packedIn = (listing: string): readonly Packed[] =>
  listing
    .trim()
    .split('\n')
    .map((line) => {
      const [mode = '', owner = '', ...name] = line.split(' ');
      return { mode, owner, name: name.join(' ') };
    });

const query = (file: string, format: string): string =>
  execFileSync('rpm', ['-qp', '--nosignature', '--qf', format, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
