// A drawn avatar: initials on the person's colour, or the app's mark.
import type { UiPerson } from '../protocol.ts';

/** Decorative: the name always stands beside it. `size` in pixels. */
export function Avatar({ person, size }: { readonly person: UiPerson | undefined; readonly size: number }) {
  const style = {
    width: size,
    height: size,
    fontSize: Math.round(size * 0.4),
    background: person?.colour ?? '#616061',
  };
  if (person?.isBot === true) {
    return (
      <span className="avatar avatar-app" style={{ ...style, background: undefined }} aria-hidden="true">
        <svg viewBox="0 0 24 24" width={size * 0.62} height={size * 0.62} fill="none" role="presentation">
          <path d="M12 3v14M6.5 12.5 12 18l5.5-5.5" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
          <path d="M5 21.5h14" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
        </svg>
      </span>
    );
  }
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {person?.initials ?? '?'}
    </span>
  );
}
