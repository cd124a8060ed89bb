import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fuseWire } from './fuse-wire.mjs';
import { hollowNote, hollowSentence } from './note.mjs';

const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);

/** Writes an Electron.app without code: its property lists, the framework that carries the fuses, the helpers. */
export function writeHollowMacApp(folder) {
  const contents = path.join(folder, 'Electron.app/Contents');
  const framework = path.join(contents, 'Frameworks/Electron Framework.framework');
  const inFramework = path.join(framework, 'Versions/A');
  write(path.join(inFramework, 'Electron Framework'), fuseWire, 0o755);
  symlinkSync('A', path.join(framework, 'Versions/Current'));
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(`Versions/Current/${name}`, path.join(framework, name));
  }
  write(path.join(contents, 'Resources/electron.icns'), '');
  write(path.join(contents, 'Resources', hollowNote), hollowSentence);
  for (const place of [contents, inFramework]) {
    for (const language of ['en', 'ru', 'de']) write(path.join(place, `Resources/${language}.lproj/locale.pak`), '');
  }

  writeBundle(path.join(folder, 'Electron.app'), 'Electron');
  for (const helper of helpers) writeBundle(path.join(contents, `Frameworks/${helper}.app`), helper);
}

function writeBundle(folder, name) {
  write(path.join(folder, 'Contents/MacOS', name), '', 0o755);
  write(
    path.join(folder, 'Contents/Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIconFile</key><string>electron.icns</string>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>CFBundlePackageType</key><string>APPL</string>
</dict></plist>
`,
  );
}

function write(file, content, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}
