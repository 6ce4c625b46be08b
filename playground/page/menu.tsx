// A button that opens a menu. The menu is a popover: on top of everything, closed by Escape or a click elsewhere.
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

/** One line of a menu. */
type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly run: () => void;
};

type Props = {
  readonly label: string;
  readonly sign: ReactNode;
  readonly className: string;
  readonly items: readonly MenuItem[];
  readonly actionId?: string;
};

function moveFocus(list: HTMLElement, step: number): void {
  const items = [...list.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  items[(at + step + items.length) % items.length]?.focus();
}

function onMenuKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'ArrowDown') moveFocus(event.currentTarget, 1);
  else if (event.key === 'ArrowUp') moveFocus(event.currentTarget, -1);
  else return;
  event.preventDefault();
}

/** Places `menu` under `button`, or over it where there is no room below, always inside the window. */
function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4;
  const top = below + size.height > window.innerHeight ? at.top - size.height - 4 : below;
  menu.style.top = `${Math.max(8, top)}px`;
  menu.style.left = `${Math.max(8, Math.min(at.right - size.width, window.innerWidth - size.width - 8))}px`;
}

/** Arrow keys move, Enter chooses, Escape gives the focus back to the button. */
export function Menu({ label, sign, className, items, actionId }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popoverTarget={id}
        data-action-id={actionId}
      >
        {sign}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="menu"
        onKeyDown={onMenuKey}
        onToggle={(event) => {
          if (event.newState !== 'open' || list.current === null || button.current === null) return;
          placeMenu(list.current, button.current);
          moveFocus(list.current, 1);
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item"
            onClick={() => {
              list.current?.hidePopover();
              item.run();
            }}
          >
            <span>{item.label}</span>
            {item.detail !== undefined && item.detail !== '' && <span className="menu-detail">{item.detail}</span>}
          </button>
        ))}
      </div>
    </>
  );
}
