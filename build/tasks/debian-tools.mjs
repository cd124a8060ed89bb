// Tools that Debian's packages bring: those that pack and those that look at what was packed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const packages = {
  '7za': 'p7zip-full',
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
  makensis: 'nsis',
};

/** Where each of the tools is, null for one that is not there. What is missing is installed where we may: as root, by apt. */
export function findTools(names) {
  const missing = names.filter((name) => find(name) === null);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(missing);
  return Object.fromEntries(names.map((name) => [name, find(name)]));
}

function install(missing) {
  console.error(`Installing ${missing.join(', ')}…`);
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', ...missing.map((name) => packages[name]));
}

function find(name) {
  const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return places.find((place) => existsSync(place)) ?? null;
}
