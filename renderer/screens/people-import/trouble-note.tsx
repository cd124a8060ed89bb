import type { Failure } from '../../../core/failure.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { Banner } from '../../components/banner.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { Refusal } from '../../state/dropped-file.ts';
import { useWords } from '../../words.ts';

type TroubleNoteProps<At extends string> = {
  readonly trouble: { readonly at: At; readonly why?: Failure | Refusal } | null;
  /** What belongs to this place. */
  readonly at: readonly NoInfer<At>[];
};

/** What went wrong, beside what it belongs to. */
export function TroubleNote<At extends string>({ trouble, at }: TroubleNoteProps<At>) {
  const t = useWords();
  if (!trouble?.why || !at.includes(trouble.at)) return null;
  const { why } = trouble;
  if (!isRefusal(why)) return <FailureNote failure={why} about="reading" />;
  return (
    <Banner kind="warn" icon="alert" alert>
      <p>{sayRefusal(t, why)}</p>
    </Banner>
  );
}

const isRefusal = (why: { readonly code: string }): why is Refusal =>
  why.code === 'not-readable' || why.code === 'several';

function sayRefusal(t: Say, refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-readable':
      return t('peopleImport.notReadable', { file: refusal.file });
    case 'several':
      return t('peopleImport.several');
  }
}
