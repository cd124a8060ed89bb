#!/usr/bin/env node
// Takes the place of fpm, electron-builder's packer of .deb and .rpm, where it cannot be downloaded: the same words, and the
// distributions' own tools do the work.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDeb } from './deb.mjs';
import { readOptions } from './options.mjs';
import { writeRpm } from './rpm.mjs';

const writers = { deb: writeDeb, rpm: writeRpm };

const scratch = mkdtempSync(path.join(tmpdir(), 'creategroup-fpm-'));
try {
  const options = readOptions(process.argv.slice(2));
  writers[options.target](options, scratch);
} catch (error) {
  console.error(String(error.stderr ?? '') || error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
