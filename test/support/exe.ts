import { readFileSync, writeFileSync } from 'node:fs';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const dropped = { icons: [3, 14], integrity: ['INTEGRITY'] } as const;

/** Changes what a program of Windows says of itself, and takes kinds of its resources away. */
export function editVersion(
  file: string,
  said: Readonly<Record<string, string>>,
  without: readonly (keyof typeof dropped)[] = [],
): void {
  const executable = NtExecutable.from(readFileSync(file));
  const resources = NtExecutableResource.from(executable);
  const gone: readonly (string | number)[] = without.flatMap((kind) => [...dropped[kind]]);
  resources.entries = resources.entries.filter(({ type }) => !gone.includes(type));
  const [info] = Resource.VersionInfo.fromEntries(resources.entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  if (!info || !language) throw new Error(`${file} says nothing of itself`);
  info.setStringValues(language, said);
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  writeFileSync(file, Buffer.from(executable.generate()));
}

/** Points the program's directory of certificates at its last bytes, as a signature would. */
export function claimSignature(file: string): void {
  const bytes = readFileSync(file);
  const header = bytes.readUInt32LE(0x3c);
  const directories = header + 24 + 112; // PE32+: signature, file header, optional header up to its directories
  bytes.writeUInt32LE(bytes.length - 8, directories + 4 * 8);
  bytes.writeUInt32LE(8, directories + 4 * 8 + 4);
  writeFileSync(file, bytes);
}
