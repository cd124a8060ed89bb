import type { IconName } from './icon.tsx';
import { Popup } from './popup.tsx';

export type MenuItem = {
  readonly label: string;
  readonly onClick: () => void;
  readonly danger?: boolean;
  readonly note?: string;
};

type MenuProps = {
  readonly label: string;
  /** What cannot be done now is left out by giving false. */
  readonly items: readonly (MenuItem | false)[];
  readonly icon?: IconName;
  readonly size?: 'small';
  readonly isShort?: boolean;
  /** Only its icon is seen. */
  readonly isSquare?: boolean;
  readonly busy?: string | false;
};

/** A button and its commands. */
export function Menu({ items, ...rest }: MenuProps) {
  return (
    <Popup {...rest} role="menu">
      {(close) =>
        items.map(
          (item) =>
            item && (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                class={item.danger ? 'menu-item danger' : 'menu-item'}
                onClick={() => {
                  close();
                  item.onClick();
                }}
              >
                <span>
                  {item.label}
                  {item.note && <span class="small block">{item.note}</span>}
                </span>
              </button>
            ),
        )
      }
    </Popup>
  );
}
