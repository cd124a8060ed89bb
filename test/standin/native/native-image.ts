import { existsSync, readFileSync } from 'node:fs';

/** An image by its PNG bytes; nothing is ever drawn. */
function createImage(png: Buffer, size: Electron.Size = pngSize(png)): Electron.NativeImage {
  let isTemplate = false;
  const image = {
    isEmpty: () => png.length === 0,
    getSize: () => ({ ...size }),
    toPNG: () => png,
    isTemplateImage: () => isTemplate,
    setTemplateImage(option: boolean) {
      isTemplate = option;
    },
    addRepresentation() {}, // a sharper picture for screens that nobody looks at here
    resize: ({ width = size.width, height = size.height }: Electron.ResizeOptions) =>
      createImage(png, { width, height }),
  } satisfies Partial<Electron.NativeImage>;
  // Electron's type has more members than the stand-in has; a call to one of those throws.
  return image as unknown as Electron.NativeImage;
}

export const nativeImage = {
  createEmpty: () => createImage(Buffer.alloc(0)),
  createFromBuffer: (png: Buffer) => createImage(png),
  createFromPath: (file: string) => createImage(existsSync(file) ? readFileSync(file) : Buffer.alloc(0)),
} satisfies Partial<typeof Electron.NativeImage>;

/** PNG specification: the header chunk begins at byte 16 with width and height. */
const pngSize = (png: Buffer): Electron.Size =>
  png.length < 24 ? { width: 0, height: 0 } : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
