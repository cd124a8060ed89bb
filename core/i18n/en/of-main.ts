import { desktop } from './desktop.ts';
import { help } from './help.ts';
import { peopleFile } from './people-file.ts';
import { runFile } from './run-file.ts';

/** What only main says: the window does not read these. */
export const enOfMain = { desktop, help, peopleFile, runFile };
