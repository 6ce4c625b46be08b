// Keeps a list at its end while a person is there, and leaves it alone while they read above.
import { type RefObject, useEffect, useRef } from 'react';

/** Pixels from the end within which a person counts as being there. */
const nearEnd = 60;

/** Put `frame` on the scrolling element and `content` on the one that grows inside it. */
export function useStickToBottom(): {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
} {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current;
    const inside = content.current;
    if (box === null || inside === null) return;
    let atEnd = true;
    const toEnd = () => {
      if (atEnd) box.scrollTop = box.scrollHeight;
    };
    const onScroll = () => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
    };
    toEnd();
    const sizes = new ResizeObserver(toEnd);
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
