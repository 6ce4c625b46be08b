// The port to what people have set for themselves.
import type { Habits } from '../domain/reassessment/schedule.ts';

/** Settings of people, kept until they change them. */
export type PersonSettings = {
  /** When a person wants to be reminded; null where they never said. */
  habits(team: string, person: string): Promise<Habits | null>;
  /** Keeps it, in place of what was said before. */
  keepHabits(team: string, person: string, habits: Habits): Promise<void>;
};
