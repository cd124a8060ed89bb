import type { enOfMain } from '../en/of-main.ts';
import { desktop } from './desktop.ts';
import { peopleFile } from './people-file.ts';

export const ruOfMain = { desktop, peopleFile } satisfies Record<keyof typeof enOfMain, object>;
