import { readFileSync } from 'node:fs';
import path from 'node:path';
import electronLog from 'electron-log/node';

const maxBytes = 1024 * 1024;

export type LogFile = {
  /** Writes at once: a line that waits is lost in the crash that it would explain. A disk that refuses is met in silence. */
  append(line: string): void;
  /** Every line that is still kept, oldest first. */
  lines(): readonly string[];
};

/** `main.log` in a folder; at 1 MiB it becomes `main.old.log`, and that one is forgotten. */
export function openLogFile(folder: string): LogFile {
  const newest = path.join(folder, 'main.log');
  const older = path.join(folder, 'main.old.log');
  const logger = electronLog.create({ logId: folder });

  const { file, ipc } = logger.transports;
  // Lines belong in the file alone. Troubles with the file would be told by the library's first logger, on a console
  // that nobody sees.
  for (const { transports } of [electronLog, logger]) transports.console.writeFn = () => {};
  if (ipc) ipc.level = false;
  file.resolvePathFn = () => newest;
  file.maxSize = maxBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  // A line is ready when it comes here; electron-log would put its own date before it.
  file.transforms = [({ data }) => String(data[0])];

  return {
    append: (line) => void logger.info(line),
    lines: () => [older, newest].flatMap(linesOf),
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  } catch {
    // Nothing has been written yet, or nothing has been rotated.
    return [];
  }
}
