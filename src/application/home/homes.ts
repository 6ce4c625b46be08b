// The port to Home tabs: who has opened theirs, and what it showed last.

/** Known Home tabs. A person who never opened theirs has none, and is left alone. */
export type Homes = {
  /** The print of what a person's tab shows, or null where they never opened it. */
  shown(team: string, person: string): Promise<string | null>;
  /** Remembers what it shows now. */
  keep(team: string, person: string, print: string): Promise<void>;
};

/** Shows a person's Home tab as it is now, if it would look different. */
export type PublishHome = (person: string) => Promise<void>;
