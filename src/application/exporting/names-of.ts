// The port to what people are called.
import type { PersonId } from '../../domain/decision/refs.ts';

/** What people are called where they work; whoever nobody can name in time is absent. Never throws. */
export type NamesOf = (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>;
