import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { fuseWire } from './fuse-wire.mjs';

const english = { lang: 1033, codepage: 1200 };

/** An x64 .exe without code that says of itself what Electron's own says, followed by a fuse wire. */
export function hollowExe(version) {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = english.lang;
  info.setFileVersion(version, english.lang);
  info.setProductVersion(version, english.lang);
  info.setStringValues(english, { FileDescription: 'Electron', ProductName: 'Electron', CompanyName: 'GitHub, Inc.' });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.concat([Buffer.from(executable.generate()), fuseWire]);
}
