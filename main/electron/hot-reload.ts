import { existsSync, watch } from 'node:fs';
import path from 'node:path';

/** A build writes many files: it is over when nothing has come for so long. */
const quietMs = 300;

/** For `npm run dev`: calls `reload` whenever the window's files were built anew. The main process goes on as it is. */
export function watchBuiltWindow(folder: string, reload: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (existsSync(path.join(folder, 'index.html'))) reload();
    }, quietMs);
  });
}
