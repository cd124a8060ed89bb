import type { SheetShape } from '../../../core/group-sheet.ts';
import { createWords, type Say } from '../../../core/i18n/words.ts';
import type { Language } from '../../../core/language.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import { writeXlsx } from '../../spreadsheet/write-xlsx.ts';

/** Writes an example to fill in: headings that `openSheet` knows, and three rows under them. */
export async function writeTemplate(
  format: 'xlsx' | 'csv',
  shape: SheetShape,
  language: Language,
): Promise<Uint8Array> {
  const say = createWords(language);
  const rows = shape === 'row-is-group' ? groupRows(say) : personRows(say);
  return format === 'csv' ? writeCsv(rows, language) : writeXlsx(say('runFile.groups'), rows);
}

/** Numbers that nobody has. */
const [one, two, three, four] = ['+7 900 000-00-01', '+7 900 000-00-02', '+7 900 000-00-03', '+7 900 000-00-04'];

function groupRows(say: Say): string[][] {
  const [first, second, third] = groupsOf(say);
  const [anna, boris, vera] = peopleOf(say);
  return [
    [
      say('runFile.group'),
      say('runFile.people'),
      say('runFile.admins'),
      say('runFile.message'),
      say('runFile.onlyAdmins'),
      say('runFile.picture'),
    ],
    [first, `${anna} ${one}; ${boris} ${two}; ${vera} ${three}`, one, say('runFile.hello'), say('runFile.yes'), ''],
    [second, `${anna} ${one}; ${four}`, '', '', '', ''],
    [third, `${two}; ${three}; ${four}`, four, '', say('runFile.yes'), ''],
  ];
}

function personRows(say: Say): string[][] {
  const [first, second] = groupsOf(say);
  const [anna, boris, vera] = peopleOf(say);
  return [
    [say('runFile.group'), say('runFile.name'), say('runFile.phone'), say('runFile.admin')],
    [first, anna, one, say('runFile.yes')],
    [first, boris, two, ''],
    [second, vera, three, ''],
  ];
}

const groupsOf = (say: Say) =>
  [say('runFile.firstGroup'), say('runFile.secondGroup'), say('runFile.thirdGroup')] as const;
const peopleOf = (say: Say) => [say('runFile.anna'), say('runFile.boris'), say('runFile.vera')] as const;
