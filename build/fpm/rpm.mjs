import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, stage } from './stage.mjs';

/** electron-builder's names of machines, which are Debian's, in rpm's words. */
const machines = { amd64: 'x86_64', arm64: 'aarch64' };

/** Writes a .rpm with rpmbuild. The files are packed as they are: nothing is stripped, linked or compiled. */
export function writeRpm(options, scratch) {
  const root = path.join(scratch, 'root');
  stage(options.files, root);
  const spec = path.join(scratch, 'package.spec');
  writeFileSync(spec, specOf(options, root));
  mkdirSync(path.join(scratch, 'RPMS'));

  const defines = [`_topdir ${scratch}`, '_build_id_links none', '__os_install_post %{nil}', 'debug_package %{nil}'];
  const payload = '_binary_payload w6.xzdio';
  const args = [...defines, payload].flatMap((define) => ['--define', define]);
  const target = ['--target', `${machines[options.architecture]}-linux`, '--buildroot', path.join(scratch, 'root')];
  execFileSync('rpmbuild', ['-bb', '--noclean', ...args, ...target, spec], { stdio: 'pipe' });
  copyFileSync(onlyRpmIn(path.join(scratch, 'RPMS')), options.package);
}

const specOf = (options, root) => `Name: ${options.name}
Version: ${options.version}
Release: ${options.iteration ?? 1}
Summary: ${plain(options.summary ?? options.description)}
License: ${options.license}
URL: ${options.url}
Vendor: ${plain(options.vendor)}
Packager: ${plain(options.maintainer)}
Group: ${options.category}
AutoReqProv: no
${options.depends.map((name) => `Requires: ${name}\n`).join('')}
%description
${plain(options.description)}

%post -p /bin/bash
${script(options['after-install'])}

%postun -p /bin/bash
${script(options['after-remove'])}

%files
%defattr(-,root,root,-)
${ownedBy(root).join('\n')}
`;

/** Our folder below /opt as a whole; of folders that belong to the system, our files alone. */
function ownedBy(root) {
  const own = readdirSync(path.join(root, 'opt')).map((name) => `"/opt/${name}"`);
  const shared = filesIn(root).filter(({ name, isFolder }) => !isFolder && !name.startsWith('opt/'));
  return [...own, ...shared.map(({ name }) => `"/${name}"`)];
}

function onlyRpmIn(folder) {
  const [name] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rpm'));
  return path.join(folder, name);
}

/** A percent sign would begin a macro. */
const plain = (text) => text.replaceAll('%', '%%').replaceAll('\n', ' ');

const script = (file) => readFileSync(file, 'utf8').replaceAll('%', '%%');
