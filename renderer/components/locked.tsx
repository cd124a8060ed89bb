import { Icon } from './icon.tsx';

/** The padlock with the words of who has decided. */
export function Locked({ words, id }: { readonly words: string; readonly id?: string }) {
  return (
    <span class="locked" id={id}>
      <Icon name="lock" />
      {words}
    </span>
  );
}
