import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Check, product, unless } from '../product.ts';
import { desktopEntryTroubles } from './desktop-entry.ts';
import { metainfoTroubles } from './metainfo.ts';
import { mimeTypeTroubles } from './mime-type.ts';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** Where a package puts the app. */
export const installFolder = 'opt/CreateGroup';

const program = `/${installFolder}/${product.name}`;
const share = {
  entry: `usr/share/applications/${product.name}.desktop`,
  metainfo: 'usr/share/metainfo/app.creategroup.creategroup.metainfo.xml',
  mimeType: `usr/share/mime/packages/${product.name}.xml`,
  licence: `usr/share/doc/${product.name}/copyright`,
};
const icons = sizes.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/${product.name}.png`);

/** What a package for Linux adds to the system around the app. `root` stands for `/`. */
export function checkLinuxFiles(root: string): readonly Check[] {
  const at = (file: string): string => path.join(root, file);
  const missing = [...Object.values(share), ...icons].filter((file) => !existsSync(at(file)));
  const check = (what: string, file: string, troubles: (place: string) => readonly string[]): Check[] =>
    existsSync(at(file)) ? [{ what, troubles: troubles(at(file)) }] : [];
  return [
    { what: 'files', troubles: missing.flatMap((file) => unless(false, `${file} is missing`)) },
    ...check('menu entry', share.entry, (file) => desktopEntryTroubles(file, program)),
    ...check('metainfo', share.metainfo, metainfoTroubles),
    ...check('file type', share.mimeType, mimeTypeTroubles),
  ];
}
