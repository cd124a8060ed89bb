import { err } from '../../core/result.ts';
import type { RunFiles } from '../../main/runs/files.ts';

const noFile = async () => err({ code: 'not-saved' } as const);

/** A desktop on which nobody chooses, saves or prints a file. */
export const noRunFiles: RunFiles = {
  choose: noFile,
  choosePicture: noFile,
  save: noFile,
  print: noFile,
  writeBeside: noFile,
  readBeside: async () => ({ is: 'missing' }),
  isAt: async () => false,
  show: () => {},
};
