import { accountForm } from './account-form.ts';
import { accountState } from './account-state.ts';
import { failure, reading, waiting } from './failures.ts';
import { firstRun } from './first-run.ts';
import { groups } from './groups.ts';
import { keys } from './keys.ts';
import { linkPhone } from './link-phone.ts';
import { newGroup } from './new-group.ts';
import { people } from './people.ts';
import { peopleImport } from './people-import.ts';
import { picture } from './picture.ts';
import { practice } from './practice.ts';
import { result } from './result.ts';
import { run } from './run.ts';
import { savedLists } from './saved-lists.ts';
import { settings } from './settings.ts';
import { setupFile } from './setup-file.ts';
import { sheet } from './sheet.ts';
import { shell } from './shell.ts';
import { span } from './spans.ts';

/** The English words that the window says: one file a section. A new section is a line here and one in `ru`. */
export const en = {
  failure,
  reading,
  waiting,
  shell,
  firstRun,
  accountForm,
  accountState,
  keys,
  linkPhone,
  settings,
  picture,
  practice,
  newGroup,
  result,
  groups,
  people,
  peopleImport,
  savedLists,
  setupFile,
  sheet,
  run,
  span,
};
