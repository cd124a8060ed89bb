import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type EmptyProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly action?: ComponentChildren;
};

/** Says what will be here, and has the one action. */
export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} large />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}
