import { Icon } from '../../components/icon.tsx';
import type { Judged } from '../../state/adding.ts';
import { useWords } from '../../words.ts';
import { unbroken } from '../shared/unbroken.ts';

type JudgedNoteProps = {
  readonly judged: Judged;
  /** The name given to a single number. */
  readonly name: string;
};

/** What was understood of the text so far: the number as it will be kept, and who is here already. */
export function JudgedNote({ judged: { people, known }, name }: JudgedNoteProps) {
  const t = useWords();
  const [only] = people;
  const [knownOne] = known;
  if (!only) return <>{t('people.addNumbersHelp')}</>;

  const whoIsKnown = () => {
    if (!knownOne) return '';
    if (people.length > 1) return t('people.knownOfThem', { count: known.length });
    if (knownOne.name === '') return t('people.knownNameless');
    const isOther = name.trim() !== '' && name.trim() !== knownOne.name;
    return t(isOther ? 'people.knownAsRename' : 'people.knownAs', { name: knownOne.name });
  };

  return (
    <span class="judged">
      <Icon name={knownOne ? 'info' : 'check'} kind={knownOne ? 'quiet' : 'ok'} />
      <span>{people.length > 1 ? t('people.numbers', { count: people.length }) : unbroken(only.phone)}</span>
      {knownOne && <span>{whoIsKnown()}</span>}
    </span>
  );
}
