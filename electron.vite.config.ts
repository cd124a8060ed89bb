import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'electron-vite';
import { helpPages } from './build/help/plugin.ts';

const at = (file: string) => path.resolve(import.meta.dirname, file);

/** fflate calls a variable of its own `require`, and so does electron-vite in every chunk that needs one. */
const requireOfFflate = {
  name: 'require-of-fflate',
  transform: (code: string, id: string) =>
    id.includes('/fflate/')
      ? code.replace(/\brequire\b(?= = createRequire)|(?<=_a = )require\b/g, 'requireOfFflate')
      : null,
};

// Everything is bundled (all libraries are devDependencies), so that app.asar holds `out/` and no node_modules.
export default defineConfig({
  main: {
    plugins: [requireOfFflate],
    build: {
      outDir: at('out/main'),
      // The worker is a file of its own: it is started by its address.
      rollupOptions: {
        input: { index: at('main/index.ts'), 'file-worker': at('main/file-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    // A sandboxed preload is one CommonJS file without chunks.
    build: {
      outDir: at('out/preload'),
      rollupOptions: { input: at('preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [preact(), helpPages(import.meta.dirname)],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
