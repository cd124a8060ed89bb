import { useEffect, useId, useRef, useState } from 'preact/hooks';

type EditTextProps = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly placeholder?: string;
  /** Several lines: Shift+Enter starts a new one. */
  readonly isLong?: boolean;
  /** Said while it is being written. */
  readonly help?: string;
  /** It was opened to be written in. */
  readonly isFocused?: boolean;
  /** Only when the text has changed. */
  readonly onKeep: (text: string) => void;
  /** Enter, Esc, or the focus has gone elsewhere. */
  readonly onEnd?: () => void;
};

/** A text that is written in its place: Enter or leaving keeps it, Esc takes it back. */
export function EditText(props: EditTextProps) {
  const { label, value, max, placeholder, isLong = false, help, isFocused = false, onKeep, onEnd } = props;
  const [text, setText] = useState(value);
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const helpId = useId();
  /** What main was given, or has: the same is not kept twice. */
  const kept = useRef(value);

  useEffect(() => {
    kept.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (isFocused) element.current?.select();
  }, [isFocused]);

  const keep = () => {
    const next = text.trim();
    setText(next);
    if (next !== kept.current) onKeep(next);
    kept.current = next;
    onEnd?.();
  };
  const takeBack = () => {
    setText(kept.current);
    onEnd?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isKeep = event.key === 'Enter' && !(isLong && event.shiftKey);
    // Esc with nothing to take back is for what stands around the field.
    const isTakeBack = event.key === 'Escape' && (isFocused || text !== kept.current);
    if (!isKeep && !isTakeBack) return;
    event.preventDefault();
    event.stopPropagation();
    if (isKeep) keep();
    else takeBack();
  };

  const shared = {
    ref: element,
    class: isLong ? 'input lines edit-text' : 'input edit-text',
    'aria-label': label,
    'aria-describedby': help ? helpId : undefined,
    autocomplete: 'off',
    maxLength: max,
    placeholder,
    value: text,
    onInput: (event: Event & { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      setText(event.currentTarget.value),
    onBlur: keep,
    onKeyDown,
  };
  return (
    <div class="edit-place">
      {isLong ? <textarea {...shared} rows={3} /> : <input {...shared} />}
      {help && (
        <p class="small" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
