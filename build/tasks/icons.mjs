// Remakes every icon from build/icon.svg and build/tray.svg: `npm run icons`. The results are committed, so that nobody
// else needs the tools: rsvg-convert (librsvg2-bin), icotool (icoutils) and png2icns (icnsutils).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const top = path.resolve(import.meta.dirname, '../..');
const build = path.join(top, 'build');
const runtime = path.join(top, 'main/electron/icons');
const scratch = mkdtempSync(path.join(tmpdir(), 'creategroup-icons-'));
const run = (tool, ...args) => execFileSync(tool, args, { stdio: 'inherit' });

/** Draws `svg` into a square PNG of `size` pixels, with an empty `margin` on every side. */
function draw(svg, file, size, margin = 0) {
  const inner = String(size - 2 * margin);
  const page = ['--page-width', size, '--page-height', size, '--left', margin, '--top', margin].map(String);
  run('rsvg-convert', '-w', inner, '-h', inner, ...page, path.join(build, svg), '-o', file);
  return file;
}

try {
  const icons = path.join(build, 'icons');
  mkdirSync(icons, { recursive: true });
  mkdirSync(runtime, { recursive: true });

  const png = (size) => path.join(icons, `${size}x${size}.png`);
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) draw('icon.svg', png(size), size);

  run('icotool', '-c', '-o', path.join(build, 'icon.ico'), ...[16, 24, 32, 48, 64, 128].map(png), `--raw=${png(256)}`);

  // The Dock's grid leaves a tenth of the square free; at 16 and 32 pixels the mark needs all of it.
  const mac = [16, 32, 128, 256, 512, 1024].map((size) =>
    draw('icon.svg', path.join(scratch, `${size}.png`), size, size < 128 ? 0 : Math.round(size * 0.098)),
  );
  run('png2icns', path.join(build, 'icon.icns'), ...mac);

  draw('icon.svg', path.join(runtime, 'app-256.png'), 256);
  for (const size of [16, 32]) {
    draw('icon.svg', path.join(runtime, `tray-${size}.png`), size);
    draw('tray.svg', path.join(runtime, `tray-template-${size}.png`), size);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
