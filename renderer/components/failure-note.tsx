import type { ComponentChildren } from 'preact';
import type { Failure } from '../../core/failure.ts';
import { type FailureAbout, sayFailure } from '../../core/i18n/say-failure.ts';
import { useFormat, useWords } from '../words.ts';
import { Banner } from './banner.tsx';
import { FailureCode } from './failure-code.tsx';

type FailureNoteProps = {
  readonly failure: Failure;
  /** `group` (the default) says whether a group was made; `reading` where none was asked for. */
  readonly about?: FailureAbout;
  /** The way out. */
  readonly actions?: ComponentChildren;
};

/** A failure where the eye is: the sentence, the code for the administrator, and the way out. */
export function FailureNote({ failure, about = 'group', actions }: FailureNoteProps) {
  const t = useWords();
  const format = useFormat();
  return (
    <Banner kind="warn" icon="alert" actions={actions} alert>
      <p>{sayFailure(failure, { say: t, format, nowMs: Date.now(), about })}</p>
      <FailureCode failure={failure} />
    </Banner>
  );
}
