import type { TargetedInputEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { FieldIdProps } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { keyOf } from '../../state/entries.ts';
import { createListSource } from '../../state/list-source.ts';
import type { NumberTyping } from '../../state/number-typing.ts';
import { looksLikeList, looksLikeNumber, type Picker } from '../../state/picker.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';
import { typeInto, useNumberTyping } from '../shared/use-number-typing.ts';
import { Chips } from './chips.tsx';
import { FoundList, optionId } from './found-list.tsx';
import { ListMenu } from './list-menu.tsx';
import { ListNote } from './list-note.tsx';
import { PasteDialog } from './paste-dialog.tsx';

type PeoplePickerProps = { readonly picker: Picker; readonly idProps: FieldIdProps };

const rowsOfAPage = 8;

/** The people already in, the search, whom it found, and pasting: one frame, and the keys stay in its search. */
export function PeoplePicker({ picker, idProps }: PeoplePickerProps) {
  const t = useWords();
  const { api, work } = useStates();
  const { accountId } = work;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isPasting, setPasting] = useState(false);
  const { active, found, total, text, failure, reading } = picker;
  const source = useMemo(
    () => createListSource({ api, accountId, entries: picker.entries }),
    [api, accountId, picker.entries],
  );
  const typing = useNumberTyping(accountId);
  const isListed = found.value.length > 0;

  useEffect(() => picker.refresh(), [accountId.value, picker]);

  const focusSearch = () => input.current?.focus();

  return (
    <div class="picker">
      <Chips entries={picker.entries} onLeave={focusSearch} />
      <div class="picker-search">
        <Icon name="search" />
        <input
          {...idProps}
          ref={input}
          class="input"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('newGroup.search')}
          value={text.value}
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active.value >= 0 ? optionId(listId, active.value) : undefined}
          onInput={(event) => onInput(event, picker, typing)}
          onKeyDown={(event) => onKey(event, picker)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            if (!looksLikeList(pasted)) return;
            event.preventDefault();
            void picker.addText(pasted);
          }}
        />
      </div>
      {isListed ? <FoundList id={listId} picker={picker} /> : <NobodyFound picker={picker} typing={typing} />}
      {failure.value && <FailureNote failure={failure.value} about="reading" />}
      <ListNote source={source} max={picker.entries.max} />
      <div class="picker-foot">
        <Button
          kind="quiet"
          size="small"
          icon="paste"
          busy={reading.value && t('newGroup.reading')}
          onClick={() => setPasting(true)}
        >
          {t('newGroup.paste')}
        </Button>
        <ListMenu source={source} />
        <span class="small" role="status">
          {total.value !== null && t('newGroup.foundCount', { count: total.value })}
        </span>
      </div>
      <PasteDialog picker={picker} open={isPasting} onClose={() => setPasting(false)} />
    </div>
  );
}

type NobodyFoundProps = { readonly picker: Picker; readonly typing: NumberTyping };

function NobodyFound({ picker, typing }: NobodyFoundProps) {
  const t = useWords();
  if (picker.total.value === null) return null;
  return <p class="picker-none quiet-text">{words()}</p>;

  function words(): string {
    const typed = picker.text.value.trim();
    const problem = typing.problem.value;
    if (typed === '') return t('newGroup.noContacts');
    if (!looksLikeNumber(typed)) return t('newGroup.noneFound', { text: typed });
    return problem?.at === 'bad' ? sayProblem(t, problem) : t('newGroup.enterAdds');
  }
}

/** What looks like a number is spaced like one; a part of a name or of a note stays as it is. */
function onInput(event: TargetedInputEvent<HTMLInputElement>, picker: Picker, typing: NumberTyping): void {
  if (looksLikeNumber(event.currentTarget.value)) typeInto(typing, event, picker.setText);
  else picker.setText(event.currentTarget.value);
}

function onKey(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }, picker: Picker): void {
  const field = event.currentTarget;
  const isPointing = picker.active.peek() >= 0;
  const keys: Readonly<Record<string, (() => void) | false>> = {
    ArrowDown: () => picker.move(1),
    ArrowUp: () => picker.move(-1),
    PageDown: () => picker.move(rowsOfAPage),
    PageUp: () => picker.move(-rowsOfAPage),
    // The text is left marked, so that the next name takes its place.
    Enter: () => void picker.enter().then((taken) => taken && field.select()),
    ' ': isPointing && (() => picker.choose(picker.active.peek())),
    Escape: (picker.text.peek() !== '' || isPointing) && (() => picker.setText('')),
    Backspace: field.value === '' && (() => takeOutLast(picker)),
    ArrowLeft: field.selectionEnd === 0 && (() => lastChip(field)?.focus()),
  };
  const run = keys[event.key];
  // Ctrl+Enter concludes the screen.
  if (!run || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  run();
}

function takeOutLast({ entries }: Picker): void {
  const last = entries.list.peek().at(-1);
  if (last) entries.remove(keyOf(last));
}

const lastChip = (field: Element): HTMLButtonElement | undefined =>
  [...(field.closest('.picker')?.querySelectorAll<HTMLButtonElement>('.chip > button') ?? [])].at(-1);
