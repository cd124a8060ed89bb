import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { askTool, type Check, product, same, unless } from '../product.ts';
import { modeTroubles, type Packed } from './modes.ts';

/** Without these Electron does not start on a bare Debian. */
const needed = ['libgtk-3-0', 'libnss3', 'libsecret-1-0'];

/** Unpacks a .deb into `folder`: answers the root of its files and its own rules. */
export function openDeb(file: string, folder: string): { root: string; checks: readonly Check[] } {
  const root = path.join(folder, 'root');
  const about = path.join(folder, 'about');
  for (const place of [root, about]) mkdirSync(place, { recursive: true });
  dpkgDeb('-x', file, root);
  dpkgDeb('-e', file, about);
  return {
    root,
    checks: [
      { what: 'control', troubles: controlTroubles(readFileSync(path.join(about, 'control'), 'utf8')) },
      { what: 'scripts', troubles: scriptTroubles(about) },
      { what: 'sums', troubles: sumTroubles(readFileSync(path.join(about, 'md5sums'), 'utf8'), root) },
      { what: 'modes', troubles: modeTroubles(listed(dpkgDeb('-c', file))) },
    ],
  };
}

/** The fields of a binary package (Debian policy 5.3). */
export function controlTroubles(control: string): readonly string[] {
  const field = (name: string): string | null => new RegExp(`^${name}: (.+)$`, 'm').exec(control)?.[1] ?? null;
  const depends = (field('Depends') ?? '').split(/[ ,|]+/);
  return [
    ...same('Package', field('Package'), product.name),
    ...same('Version', field('Version'), product.version),
    ...unless(/^(amd64|arm64)$/.test(field('Architecture') ?? ''), `Architecture is ${field('Architecture')}`),
    ...unless(/^.+ <.+@.+>$/.test(field('Maintainer') ?? ''), 'Maintainer has no address'),
    ...same('Section', field('Section'), 'net'),
    ...unless(Number(field('Installed-Size')) > 0, 'Installed-Size is missing'),
    ...unless(Boolean(field('Homepage')), 'Homepage is missing'),
    ...unless(/^Description: \S.*\n \S/m.test(control), 'Description has no second line'),
    ...needed.filter((name) => !depends.includes(name)).map((name) => `Depends lacks ${name}`),
  ];
}

function scriptTroubles(about: string): readonly string[] {
  return ['postinst', 'postrm'].flatMap((name) => {
    const script = path.join(about, name);
    return existsSync(script) ? askTool('bash', ['-n', script]) : [`${name} is missing`];
  });
}

function sumTroubles(sums: string, root: string): readonly string[] {
  const lines = sums.trim().split('\n');
  const wrong = lines.filter((line) => {
    const [sum, name = ''] = line.split(/ {2}/);
    const file = path.join(root, name);
    return !existsSync(file) || createHash('md5').update(readFileSync(file)).digest('hex') !== sum;
  });
  return wrong.map((line) => `${line.split(/ {2}/)[1]} is not what its sum says`);
}

const listed = (listing: string): readonly Packed[] =>
  listing
    .trim()
    .split('\n')
    .map((line) => {
      const [mode = '', owner = '', , , , ...name] = line.split(/\s+/);
      return { mode, owner, name: name.join(' ') };
    });

const dpkgDeb = (...args: string[]): string => execFileSync('dpkg-deb', args, { encoding: 'utf8' });
