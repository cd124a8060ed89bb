import { useState } from 'preact/hooks';
import type { BadLine, PeoplePreview } from '../../../core/people-import.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { useWords } from '../../words.ts';
import { TroubleNote } from './trouble-note.tsx';

type BadLinesProps = { readonly incoming: PeopleImport; readonly preview: PeoplePreview };

const shownAtOnce = 5;

const reasonWords = {
  'no-number': 'peopleImport.noNumber',
  'too-short': 'peopleImport.tooShort',
  'too-long': 'peopleImport.tooLong',
  letters: 'peopleImport.letters',
  'not-a-number': 'peopleImport.notANumber',
  extension: 'peopleImport.extension',
  rounded: 'peopleImport.rounded',
  damaged: 'peopleImport.damaged',
} as const satisfies Record<BadLine['reason'], string>;

/** The lines that give nobody, each with its reason; all of them can be saved and put right in the file. */
export function BadLines({ incoming, preview }: BadLinesProps) {
  const t = useWords();
  const [areAllShown, showAll] = useState(false);
  const [wereSaved, setSaved] = useState<PeoplePreview | null>(null);
  const { bad, counts, kind } = preview;
  if (counts.bad === 0) return null;

  const shown = areAllShown ? bad : bad.slice(0, shownAtOnce);
  const hidden = bad.length - shown.length;
  const unread = counts.bad - bad.length;
  const save = async () => setSaved((await incoming.saveBadLines()) ? preview : null);

  return (
    <section class="stack tight">
      <div class="line spread">
        <h3>{t('peopleImport.badTitle')}</h3>
        <span class="line">
          <span class="small" role="status">
            {wereSaved === preview && t('peopleImport.badSaved')}
          </span>
          <Button
            size="small"
            icon="save"
            busy={incoming.busy.value === 'saving' && t('peopleImport.savingBad')}
            onClick={() => void save()}
          >
            {t('peopleImport.saveBad')}
          </Button>
        </span>
      </div>
      <TroubleNote trouble={incoming.trouble.value} at={['saving']} />
      <ul class="bad-lines">
        {shown.map(({ line, text, reason }) => (
          <li key={line}>
            <span class="small nowrap">
              {t(kind === 'vcard' ? 'peopleImport.badCard' : 'peopleImport.badLine', { line })}
            </span>
            <span class="text">{text}</span>
            <span class="why">{t(reasonWords[reason])}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div>
          <LinkButton onClick={() => showAll(true)}>{t('peopleImport.badShow', { count: hidden })}</LinkButton>
        </div>
      )}
      {hidden === 0 && unread > 0 && <p class="small">{t('peopleImport.badMore', { count: unread })}</p>}
    </section>
  );
}
