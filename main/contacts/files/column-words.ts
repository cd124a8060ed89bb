import type { ColumnRole } from '../../../core/people-import.ts';
import { anywhere, first, type Meanings, meaningIn } from '../../spreadsheet/heading-words.ts';
import {
  besideWords,
  dataWords,
  noteWords,
  numberWords,
  personWords,
  phoneWords,
} from '../../spreadsheet/usual-headings.ts';

/**
 * What the heading of a column says: a role, or what becomes one beside the other columns. `bare-name` is a whole name
 * or, where there is a column for the last name, the first one; `organization` names those who have no name; `perhaps-phone`
 * needs numbers under it. Null: the words are not known.
 */
export type Meaning = ColumnRole | 'bare-name' | 'organization' | 'perhaps-phone';

/** Reads a heading as Google Contacts, Outlook, 1C, schools and offices write them, in Russian or English. */
export const meaningOf = (heading: string): Meaning | null => meaningIn(meanings, heading);

const meanings: Meanings<Meaning> = [
  ...besideWords,
  ...noteWords,
  ...phoneWords,
  [anywhere('класса?', 'группа', 'группы', 'спис(?:ок|ки)', 'категори…', 'отдел', 'подразделение', 'бригада'), 'list'],
  [anywhere('class', 'groups?', 'lists?', 'categor(?:y|ies)', 'labels', 'tags?', 'team', 'department'), 'list'],
  ...dataWords,
  [first('организация', 'компания', 'фирма', 'company', 'organi[sz]ation'), 'organization'],
  ...personWords,
  ...numberWords,
];
