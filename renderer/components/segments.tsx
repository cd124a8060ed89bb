import { Icon, type IconName } from './icon.tsx';

type SegmentsProps<V extends string> = {
  /** The name of the choice, for screen readers. */
  readonly label: string;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly count?: string;
    readonly icon?: IconName;
    readonly kind?: 'ok' | 'warn' | 'bad';
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
};

/** One of a few, all of them seen. */
export function Segments<V extends string>({ label, options, value, onChange }: SegmentsProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for a legend that would be seen twice.
    <div class="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} kind={option.kind} />}
          {option.label}
          {option.count !== undefined && <span class="count">{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
