import { useWords } from '../words.ts';
import { Icon } from './icon.tsx';

type ChipProps = {
  readonly name: string;
  readonly phone: string;
  /** What is wrong with this person, in words. */
  readonly problem?: string | undefined;
  readonly onRemove?: () => void;
  /** In a list of chips one × is in the tab order, and arrow keys go to the others. */
  readonly tabIndex?: number;
  readonly onFocus?: () => void;
};

/** A person among others. The × covers the end of the number on hover and focus, so that nothing jumps. */
export function Chip({ name, phone, problem, onRemove, tabIndex, onFocus }: ChipProps) {
  const t = useWords();
  const shownName = name || phone;
  return (
    <li class={problem ? 'chip warn' : 'chip'} title={problem}>
      {problem && <Icon name="alert" kind="warn" label={problem} />}
      <span class="name">{shownName}</span>
      {name && phone && <span class="phone">{phone}</span>}
      {onRemove && (
        <button
          type="button"
          aria-label={t('shell.takeOut', { name: shownName })}
          tabIndex={tabIndex}
          onFocus={onFocus}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}
