import type { WorldPerson } from '../../main/practice/people.ts';
import { writeXlsx } from '../../main/spreadsheet/write-xlsx.ts';

type Row = readonly [name: string, people: string];

/** A spreadsheet of the kind that offices have, and how the check is to judge its rows. */
export type BulkSheet = {
  readonly bytes: Uint8Array;
  readonly good: readonly string[];
  readonly duplicates: number;
  readonly toFix: number;
};

const inGroup = 5;

/** So many groups of five people, a row each; among them rows that come twice and rows that nobody can make a group of. */
export async function writeBulkSheet(groups: number, people: readonly WorldPerson[]): Promise<BulkSheet> {
  const cellOf = (place: number) =>
    Array.from({ length: inGroup }, (_, index) => people[(place * 3 + index) % people.length])
      .map((person) => person && `${person.name}, +${person.chatId.split('@')[0]}`)
      .join('\n');
  const good = Array.from({ length: groups }, (_, place): Row => [`Class ${place + 1}`, cellOf(place)]);
  const duplicates: readonly Row[] = [
    ['Class 7', cellOf(6)],
    ['class  12', cellOf(50)],
    ['CLASS 30', cellOf(80)],
  ];
  const broken: readonly Row[] = [
    ['', cellOf(3)],
    ['Nobody in it', ''],
    ['Too short a number', 'Anna Brown, 905 718'],
    [`Too long a name ${'of a class '.repeat(10)}`, cellOf(9)],
  ];
  const middle = Math.floor(groups / 2);
  const rows = [...good.slice(0, middle), ...broken, ...good.slice(middle), ...duplicates];
  return {
    bytes: await writeXlsx('Groups', [['Group', 'People'], ...rows]),
    good: good.map(([name]) => name),
    duplicates: duplicates.length,
    toFix: broken.length,
  };
}
