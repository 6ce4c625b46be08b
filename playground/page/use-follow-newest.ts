// Where a message list stands: it follows new messages while a person reads at the end, and never moves otherwise.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Pixels from the end within which a person counts as being there. */
const nearEnd = 60;
/** Pixels left free over a message that is shown from its beginning. */
const headroom = 10;

function lastMessage(content: HTMLElement): HTMLElement | undefined {
  return [...content.querySelectorAll<HTMLElement>('[data-ts]')].at(-1);
}

/** How far `inside` lies under the top edge of `box`, in pixels. */
function below(box: HTMLElement, inside: HTMLElement): number {
  return inside.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

/**
 * Put `frame` on the scrolling element and `content` on the one that grows inside it. When `newest` changes while the
 * end (or the beginning of the last message) is in sight, the list goes to its end, but not past the beginning of a
 * message taller than the window. A card that grows under somebody's pointer or focus stays where it is.
 */
export function useFollowNewest(newest: string | undefined): {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
} {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to move
  useLayoutEffect(() => {
    const box = frame.current;
    const inside = content.current;
    if (box === null || inside === null || !isFollowing.current) return;
    const last = lastMessage(inside);
    const end = box.scrollHeight - box.clientHeight;
    box.scrollTop = last === undefined ? end : Math.min(end, box.scrollTop + below(box, last) - headroom);
  }, [newest]);

  useEffect(() => {
    const box = frame.current;
    const inside = content.current;
    if (box === null || inside === null) return;
    let isAtEnd = false;
    const look = () => {
      const last = lastMessage(inside);
      isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
      isFollowing.current = isAtEnd || (last !== undefined && below(box, last) < box.clientHeight);
    };
    look();
    const sizes = new ResizeObserver(() => {
      const isHandled = lastMessage(inside)?.matches(':hover, :focus-within') === true;
      if (isAtEnd && !isHandled) box.scrollTop = box.scrollHeight;
    });
    sizes.observe(inside);
    sizes.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  return { frame, content };
}
