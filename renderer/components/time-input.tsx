import { useEffect, useState } from 'preact/hooks';
import { readTime } from './read-time.ts';

type TimeInputProps = {
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
};

/** What is typed counts when one leaves the field or presses Enter; what is no time of day does not. */
export function TimeInput({ label, value, onChange, ...idProps }: TimeInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);

  function take(): void {
    const time = readTime(typed) ?? value;
    setTyped(time);
    if (time !== value) onChange(time);
  }

  return (
    <input
      {...idProps}
      class="input time"
      aria-label={label}
      inputMode="numeric"
      autocomplete="off"
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
