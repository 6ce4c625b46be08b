// How a record speaks of people: by their names, as far as they are known.
import type { PersonId } from '../domain/decision/refs.ts';
import type { DecisionRecord } from './decision-record.ts';
import { plain } from './markdown.ts';

/** A person in running text: the name, or the id where nobody could name them. */
export function personIn({ people }: DecisionRecord, person: PersonId): string {
  return plain(people[person] ?? person);
}

/** The same as a value of the front matter, in double quotes. Two people of one name are told apart by their ids. */
export function personValue({ people }: DecisionRecord, person: PersonId): string {
  const name = people[person]?.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ') ?? person;
  const isShared = Object.entries(people).some(([other, called]) => other !== person && called === people[person]);
  return JSON.stringify(isShared ? `${name} (${person})` : name);
}
