import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

type NumberInputProps = {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly lessLabel: string;
  readonly moreLabel: string;
  /** Called with the nearest value that is allowed, and whether another one was typed. */
  readonly onChange: (value: number, wasOutside: boolean) => void;
  readonly 'aria-describedby'?: string | undefined;
};

/** A number with − and +. What is typed counts when one leaves the field or presses Enter. */
export function NumberInput(props: NumberInputProps) {
  const { value, min, max, lessLabel, moreLabel, onChange, ...idProps } = props;
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);

  function take(): void {
    const wanted = /^\d+$/.test(typed.trim()) ? Number(typed) : value;
    const allowed = Math.min(max, Math.max(min, wanted));
    setTyped(String(allowed));
    if (wanted !== value) onChange(allowed, allowed !== wanted);
  }

  return (
    <span class="number">
      <button type="button" aria-label={lessLabel} disabled={value <= min} onClick={() => onChange(value - 1, false)}>
        <Icon name="minus" />
      </button>
      <input
        {...idProps}
        inputMode="numeric"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <button type="button" aria-label={moreLabel} disabled={value >= max} onClick={() => onChange(value + 1, false)}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
