// A link to a message: shows it and lets it light up for a moment.
import { type RefObject, useEffect } from 'react';
import { usePage } from './page-context.ts';

/** Milliseconds a message stays lit. */
const litFor = 2_500;

/** Scrolls to the message the address points at, once, when it is in `content`. */
export function useGoToMessage(content: RefObject<HTMLElement | null>, isThere: boolean): void {
  const { route, go } = usePage();
  const { at } = route;
  useEffect(() => {
    if (at === undefined || !isThere) return;
    const message = content.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(at)}"]`);
    if (message === null || message === undefined) return;
    message.scrollIntoView({ block: 'start' });
    message.animate([{ backgroundColor: 'var(--mention-me-ground)' }, {}], { duration: litFor });
    go({ at: undefined });
  }, [at, isThere, content, go]);
}
