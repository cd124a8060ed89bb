import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { appId, product, same, setupEnding, setupType, unless } from '../product.ts';
import { digestOf } from './archive.ts';
import { parsePlist } from './plist.ts';

/** What we have decided about Info.plist; the rest of it is Electron's and electron-builder's. */
const infoSchema = z.object({
  CFBundleIdentifier: z.string(),
  CFBundleShortVersionString: z.string(),
  CFBundleExecutable: z.string(),
  CFBundleIconFile: z.string(),
  LSMinimumSystemVersion: z.string(),
  CFBundleDocumentTypes: z.array(z.object({ CFBundleTypeExtensions: z.array(z.string()) })).default([]),
  UTExportedTypeDeclarations: z
    .array(z.object({ UTTypeTagSpecification: z.record(z.string(), z.unknown()) }))
    .default([]),
  ElectronAsarIntegrity: z.record(z.string(), z.object({ algorithm: z.string(), hash: z.string() })).default({}),
  CFBundleURLTypes: z.unknown().optional(),
});

/** The property lists of a macOS app against its files. `app` is the folder that ends in .app. */
export function macAppTroubles(app: string): readonly string[] {
  const contents = path.join(app, 'Contents');
  const read = infoSchema.safeParse(plistOf(contents));
  if (!read.success) return [`Info.plist: ${read.error.issues.map(({ path: key }) => key.join('.')).join(', ')}`];
  const info = read.data;
  const archive = path.join(contents, 'Resources/app.asar');
  return [
    ...same('CFBundleIdentifier', info.CFBundleIdentifier, appId),
    ...same('CFBundleShortVersionString', info.CFBundleShortVersionString, product.version),
    ...same('LSMinimumSystemVersion', info.LSMinimumSystemVersion, '13.0'),
    ...unless(existsSync(path.join(contents, 'MacOS', info.CFBundleExecutable)), 'its executable is missing'),
    ...unless(existsSync(path.join(contents, 'Resources', info.CFBundleIconFile)), 'its icon is missing'),
    ...unless(info.CFBundleURLTypes === undefined, 'it claims an address scheme'),
    ...same('the digest', info.ElectronAsarIntegrity['Resources/app.asar']?.hash, digestOf(archive)),
    ...typeTroubles(info),
    ...helperTroubles(path.join(contents, 'Frameworks')),
  ];
}

function typeTroubles(info: z.infer<typeof infoSchema>): readonly string[] {
  const opened = info.CFBundleDocumentTypes.flatMap((type) => type.CFBundleTypeExtensions);
  const tags = info.UTExportedTypeDeclarations[0]?.UTTypeTagSpecification ?? {};
  return [
    ...same('what it opens', opened.join(), setupEnding),
    ...same('the ending of its type', String(tags['public.filename-extension']), setupEnding),
    ...same('the name of its type', String(tags['public.mime-type']), setupType),
  ];
}

/** The keychain knows each helper by its id. */
function helperTroubles(frameworks: string): readonly string[] {
  const helpers = readdirSync(frameworks).filter((name) => name.endsWith('.app'));
  const idSchema = z.object({ CFBundleIdentifier: z.string() });
  return [
    ...unless(helpers.length >= 4, 'helpers are missing'),
    ...helpers.flatMap((name) => {
      const { CFBundleIdentifier: id } = idSchema.parse(plistOf(path.join(frameworks, name, 'Contents')));
      return unless(id.startsWith(`${appId}.helper`), `${name} is called ${id}`);
    }),
  ];
}

const plistOf = (contents: string): unknown => parsePlist(readFileSync(path.join(contents, 'Info.plist'), 'utf8'));
