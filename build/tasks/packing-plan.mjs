const flags = { linux: '--linux', win32: '--win', darwin: '--mac' };

/**
 * What `npm run pack` builds on a machine, and what it leaves out. `system` is Node's `process.platform`; `hasElectron` tells
 * whether Electron's runtime, and with it what else lies on GitHub, can be had; `tools` are those that were found, by name.
 * `runs` are electron-builder's words, one run for each system; `leftOut` are sentences.
 */
export function packingPlan({ system, hasElectron, tools }) {
  return hasElectron ? own(system, tools) : hollow(tools);
}

export const hollowSentence =
  "Electron's runtime cannot be fetched: a hollow one takes its place. What is packed can be read, not started.";

/** Names what was packed around a runtime with nothing in it, so that nobody takes it for a release. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
export const hollowName = '-c.artifactName=${name}-${version}-${os}-${arch}-hollow.${ext}';

/** Installers and signatures are made on the system that they are for. */
function own(system, tools) {
  const leftOut = Object.entries(elsewhere).filter(([name]) => name !== system);
  const sentences = leftOut.map(([, sentence]) => sentence);
  if (system !== 'linux') return { runs: [{ system, words: [flags[system]] }], leftOut: sentences };
  const targets = ['AppImage', 'deb', ...(tools.rpmbuild ? ['rpm'] : []), 'tar.gz'];
  return {
    runs: [{ system, words: ['--linux', ...targets] }],
    leftOut: [...(tools.rpmbuild ? [] : [noRpm]), ...sentences],
  };
}

/** Around a runtime with nothing in it everything can be packed that needs no tool from GitHub. */
function hollow(tools) {
  const zip = tools['7za'] ? ['zip'] : ['dir'];
  const linux = [
    ...(tools['dpkg-deb'] ? ['deb'] : []),
    ...(tools.rpmbuild ? ['rpm'] : []),
    ...(tools['7za'] ? ['tar.gz'] : ['dir']),
  ];
  return {
    runs: [
      { system: 'linux', words: ['--linux', ...linux, '--x64'] },
      { system: 'win32', words: ['--win', ...zip, '--x64'] },
      { system: 'darwin', words: ['--mac', ...zip, '--x64'] },
    ],
    leftOut: [
      ...(tools['dpkg-deb'] ? [] : ['deb: there is no dpkg-deb here.']),
      ...(tools.rpmbuild ? [] : [noRpm]),
      ...(tools['7za'] ? [] : ['tar.gz and zip: there is no 7za here (on Debian: apt install p7zip-full).']),
      'AppImage: its first part, which starts it, comes from GitHub, and GitHub cannot be reached.',
      'Windows installer and portable: NSIS with its plugins comes from GitHub, and GitHub cannot be reached.',
      'macOS dmg: only macOS can make one.',
    ],
  };
}

const noRpm = 'rpm: there is no rpmbuild here (on Debian: apt install rpm).';

const elsewhere = {
  linux: 'Linux AppImage, deb, rpm and tar.gz: run this command on Linux.',
  win32: 'Windows installer, portable and zip: run this command on Windows.',
  darwin: 'macOS dmg and zip: run this command on macOS.',
};
