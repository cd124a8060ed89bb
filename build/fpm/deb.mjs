import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, stage } from './stage.mjs';

/** Writes a .deb with dpkg-deb (Debian policy 5.3: the fields of a binary package). */
export function writeDeb(options, scratch) {
  const root = path.join(scratch, 'root');
  stage(options.files, root);
  const files = filesIn(root).filter(({ isFolder }) => !isFolder);

  const about = path.join(root, 'DEBIAN');
  mkdirSync(about);
  chmodSync(root, 0o755);
  writeFileSync(path.join(about, 'control'), controlOf(options, files));
  writeFileSync(path.join(about, 'md5sums'), files.map(({ name, file }) => `${md5(file)}  ${name}\n`).join(''));
  const scripts = { postinst: options['after-install'], postrm: options['after-remove'] };
  for (const [name, from] of Object.entries(scripts)) {
    copyFileSync(from, path.join(about, name));
    chmodSync(path.join(about, name), 0o755);
  }
  const compression = `-Z${options['deb-compression'] ?? 'xz'}`;
  execFileSync('dpkg-deb', ['--root-owner-group', compression, '--build', root, options.package], { stdio: 'pipe' });
}

function controlOf(options, files) {
  const kilobytes = files.reduce((sum, { size }) => sum + Math.ceil(size / 1024), 0);
  const fields = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': kilobytes,
    Depends: options.depends.join(', '),
    Recommends: options.recommends.join(', '),
    Section: options.category,
    Priority: options.priority,
    Homepage: options.url,
    Description: describe(options.description),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** The lines after the first begin with a blank; an empty one is a dot. */
function describe(text) {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
  return [first, ...rest.map((line) => ` ${line || '.'}`)].join('\n');
}

const md5 = (file) => createHash('md5').update(readFileSync(file)).digest('hex');
