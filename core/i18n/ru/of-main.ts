import type { enOfMain } from '../en/of-main.ts';
import { desktop } from './desktop.ts';
import { help } from './help.ts';
import { peopleFile } from './people-file.ts';
import { runFile } from './run-file.ts';

export const ruOfMain = { desktop, help, peopleFile, runFile } satisfies Record<keyof typeof enOfMain, object>;
