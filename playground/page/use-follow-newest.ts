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

/** Where the list stands, as far as it tells what to do next. */
type Spot = { readonly top: number; readonly isAtEnd: boolean; readonly isFollowing: boolean };

function spotOf(box: HTMLElement, inside: HTMLElement): Spot {
  const last = lastMessage(inside);
  const isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
  const isFollowing = isAtEnd || (last !== undefined && below(box, last) < box.clientHeight);
  return { top: box.scrollTop, isAtEnd, isFollowing };
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
  const spot = useRef<Spot>({ top: 0, isAtEnd: false, isFollowing: true });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to move
  useLayoutEffect(() => {
    const box = frame.current;
    const inside = content.current;
    if (box === null || inside === null || !spot.current.isFollowing) return;
    const last = lastMessage(inside);
    const end = box.scrollHeight - box.clientHeight;
    box.scrollTop = last === undefined ? end : Math.min(end, box.scrollTop + below(box, last) - headroom);
    spot.current = spotOf(box, inside);
  }, [newest]);

  useEffect(() => {
    const box = frame.current;
    const inside = content.current;
    if (box === null || inside === null) return;
    const onScroll = () => {
      // The event of our own move may come after the content grew, and then says nothing about the person.
      if (box.scrollTop !== spot.current.top) spot.current = spotOf(box, inside);
    };
    const sizes = new ResizeObserver(() => {
      const isHandled = lastMessage(inside)?.matches(':hover, :focus-within') === true;
      if (!spot.current.isAtEnd || isHandled) return;
      box.scrollTop = box.scrollHeight;
      spot.current = spotOf(box, inside);
    });
    sizes.observe(inside);
    sizes.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { frame, content };
}
