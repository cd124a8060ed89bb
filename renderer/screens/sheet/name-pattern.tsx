import { useRef } from 'preact/hooks';
import type { SheetPreview, SheetReading } from '../../../core/group-sheet.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { columnLetters } from '../../state/table-reading.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type NamePatternProps = { readonly preview: SheetPreview; readonly reading: SheetReading };

/** The contract's limit. */
const patternMax = 300;

/** The group's name out of several columns: `{Class} {Year}`. */
export function NamePattern({ preview, reading }: NamePatternProps) {
  const t = useWords();
  const { file } = useStates().work.sheet;
  const input = useRef<HTMLInputElement>(null);
  const { namePattern, roles } = reading;
  const names = preview.headings.map((heading, column) => heading || columnLetters(column));
  const write = (pattern: string | null) => void file.change({ namePattern: pattern });

  const begin = () => {
    const name = names[roles.indexOf('group')];
    write(name === undefined ? '' : `{${name}}`);
  };
  const add = (name: string) => {
    write(`${namePattern ?? ''} {${name}}`.trim().slice(0, patternMax));
    input.current?.focus();
  };

  return (
    <div class="stack tight">
      <label class="option">
        <input
          class="check"
          type="checkbox"
          checked={namePattern !== null}
          onChange={(event) => (event.currentTarget.checked ? begin() : write(null))}
        />
        {t('sheet.byPattern')}
      </label>
      {namePattern !== null && (
        <>
          <Field label={t('sheet.pattern')}>
            {(idProps) => (
              <input
                {...idProps}
                ref={input}
                class="input"
                autocomplete="off"
                spellcheck={false}
                maxLength={patternMax}
                value={namePattern}
                onInput={(event) => write(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="line wraps">
            <span class="small">{t('sheet.patternHelp')}</span>
            {names.map((name, column) => (
              <Button key={column} size="small" icon="plus" onClick={() => add(name)}>
                {name}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
