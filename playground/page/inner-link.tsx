// A link that stays on the page.
import type { ReactNode } from 'react';
import { follow, formatRoute, type Route } from './route.ts';

type Props = { readonly className: string; readonly target: Route; readonly children: ReactNode };

/** Goes to `target`, as the same person and in the same theme. */
export function InnerLink({ className, target, children }: Props) {
  return (
    <a
      className={className}
      href={formatRoute(target)}
      onClick={(event) => {
        event.preventDefault();
        follow(target);
      }}
    >
      {children}
    </a>
  );
}
