// `npm run check:packages`: whether the packages in dist/ are what they should be; `-- FOLDER` looks into another folder.
// The rules are test/packages; the tools of the system that know more (desktop-file-validate, appstreamcli) are asked as well.
import path from 'node:path';
import { findTools } from './debian-tools.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { node, top } from './top.mjs';

installWhatIsMissing();
if (process.platform === 'linux') {
  findTools(['7za', 'dpkg-deb', 'rpmbuild', 'desktop-file-validate', 'appstreamcli', 'makensis']);
}
process.exitCode = await runTree(node, [path.join(top, 'test/packages/check.ts'), ...process.argv.slice(2)]);
