// The port to who writes a decision down as files.
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { PersonId, WordRef } from '../../domain/decision/refs.ts';
import type { Framework } from '../../domain/framework.ts';
import type { NewFile } from '../drawings/file-surface.ts';

/** Everything a record is written from; `events` are all of the decision's, from the first. */
export type ToWriteDown = {
  readonly decision: StartedDecision;
  readonly events: readonly DecisionEvent[];
  readonly words: ReadonlyMap<WordRef, string>;
  /** What people are called; whoever nobody can name is absent. */
  readonly names: ReadonlyMap<PersonId, string>;
  readonly framework: Framework;
  readonly exportedAt: number;
};

/** Writes the record as files for people and for programs. What is still private to its authors is left out. */
export type RecordWriter = (input: ToWriteDown) => readonly NewFile[];
