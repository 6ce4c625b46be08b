// Alt+1, Alt+2, … switch between the people.
import { useEffect } from 'react';
import type { UiPerson } from '../protocol.ts';
import type { Route } from './route.ts';

/** The people one can be, in the order of the switch. */
export function playable(people: readonly UiPerson[]): readonly UiPerson[] {
  return people.filter((person) => !person.isBot && !person.deactivated);
}

/** Listens on the whole page. */
export function usePersonKeys(people: readonly UiPerson[], go: (change: Route) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const person = digit === undefined ? undefined : playable(people)[Number(digit) - 1];
      if (person === undefined) return;
      event.preventDefault();
      go({ user: person.id });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [people, go]);
}
