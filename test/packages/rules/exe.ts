import { readFileSync } from 'node:fs';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { z } from 'zod';
import { product, same, unless } from '../product.ts';
import { digestOf } from './archive.ts';

const certificates = 4; // IMAGE_DIRECTORY_ENTRY_SECURITY

const integritySchema = z.array(z.object({ file: z.string(), alg: z.literal('SHA256'), value: z.string() }));

/** What Windows shows of a program of ours: name, version, publisher, icon. */
export function exeTroubles(file: string): readonly string[] {
  const { entries } = resourcesOf(file);
  const [info] = Resource.VersionInfo.fromEntries(entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  const said = info && language ? info.getStringValues(language) : {};
  const largest = Resource.IconGroupEntry.fromEntries(entries).flatMap(({ icons }) => icons.map(({ width }) => width));
  return [
    ...same('ProductName', said.ProductName, 'CreateGroup'),
    ...same('FileVersion', said.FileVersion, product.version),
    ...same('ProductVersion', said.ProductVersion?.replace(/(\d+\.\d+\.\d+)\.0$/, '$1'), product.version),
    ...same('CompanyName', said.CompanyName, product.author),
    // A width of 0 stands for 256 pixels.
    ...unless(largest.includes(0) || largest.includes(256), 'it has no icon of 256 pixels'),
  ];
}

/** The digest of the archive that the program loads, which Electron compares at the start. */
export function integrityTroubles(file: string, archive: string): readonly string[] {
  const resource = resourcesOf(file).entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  if (!resource) return ['it does not know its archive'];
  const [known] = integritySchema.parse(JSON.parse(Buffer.from(resource.bin).toString()));
  return [
    ...same('the archive it knows', known?.file, 'resources\\app.asar'),
    ...same('the digest', known?.value, digestOf(archive)),
  ];
}

/** Whether somebody has signed it (Authenticode); whose signature it is, only Windows can tell. */
export const isSigned = (file: string): boolean =>
  NtExecutable.from(readFileSync(file), { ignoreCert: true }).newHeader.optionalHeaderDataDirectory.get(certificates)
    .size > 0;

const resourcesOf = (file: string): NtExecutableResource =>
  NtExecutableResource.from(NtExecutable.from(readFileSync(file), { ignoreCert: true }));
