const windowsKeys = ['WIN_CSC_LINK', 'CSC_LINK'];
const macKeys = ['CSC_LINK', 'CSC_NAME'];
/** What Apple's notary asks for: a key of App Store Connect, or an account with a password for apps. */
const notaryKeys = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
];

/**
 * What electron-builder is told about signatures and updates, from what the environment holds. Only what is signed learns
 * where updates come from: the app believes a signature, and never the address alone. `system` is one of Node's
 * `process.platform`; `said` are sentences for whoever packs.
 */
export function signing(system, env) {
  const isSigned = isSignedOn(system, env);
  const feed = env.CREATEGROUP_UPDATE_URL;
  const said = [];
  if (!isSigned) said.push(unsigned[system]);
  if (feed && !isSigned) said.push('CREATEGROUP_UPDATE_URL is left aside: what is not signed does not update itself.');
  if (feed && isSigned && !feed.startsWith('https://'))
    throw new Error('CREATEGROUP_UPDATE_URL must begin with https://');
  const args = isSigned ? ['-c.forceCodeSigning=true'] : (forUnsigned[system] ?? []);
  return { args: isSigned && feed ? [...args, '-c.publish.provider=generic', `-c.publish.url=${feed}`] : args, said };
}

function isSignedOn(system, env) {
  const has = (key) => Boolean(env[key]);
  if (system === 'win32') return windowsKeys.some(has);
  if (system === 'darwin') return macKeys.some(has) && notaryKeys.some((keys) => keys.every(has));
  return false; // electron-updater checks no signature on Linux
}

const unsigned = {
  win32:
    'Not signed: there is no certificate in CSC_LINK or WIN_CSC_LINK. Windows warns before it opens the installer.',
  darwin:
    "Not signed: there is no certificate in CSC_LINK, or none of the notary's credentials. macOS asks before it opens the app.",
  linux: 'Not signed: packages for Linux are signed by the place that hands them out.',
};

/** The hardened runtime wants one signature over everything, which an app without a certificate does not have. */
const forUnsigned = { darwin: ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'] };
