// Names what is owed when a decision's line on somebody's Home tab changes.
import type { PersonId } from '../../domain/decision/refs.ts';
import type { Summary } from '../../domain/decision/summary.ts';

const HOME = /^home\.(\S{1,64})$/;

/** The effect that makes a person's Home tab right. */
export function homeEffect(person: PersonId): string {
  return `home.${person}`;
}

/** Whose Home tab an effect is about, or null for an effect of another kind. */
export function personOfHomeEffect(effect: string): PersonId | null {
  return HOME.exec(effect)?.[1] ?? null;
}

/**
 * Whose Home tab shows something else after a change: the owner's, when the decision's state or next look changed, and
 * everybody's for whom it waits now and did not before, or the reverse. How many answers there are is left until they
 * look: it changes with every click. A start is shown once its thread is there.
 */
export function homeEffects(before: Summary | null, after: Summary): readonly string[] {
  if (before === null) return [];
  const owners = lineOf(before) === lineOf(after) ? [] : [after.owner, before.owner];
  const waitedBefore = new Map(before.waits.map(({ person, why }) => [`${person} ${why}`, person]));
  const waitsNow = new Map(after.waits.map(({ person, why }) => [`${person} ${why}`, person]));
  const come = [...waitsNow].filter(([wait]) => !waitedBefore.has(wait));
  const gone = [...waitedBefore].filter(([wait]) => !waitsNow.has(wait));
  const people = [...owners, ...[...come, ...gone].map(([, person]) => person)];
  return [...new Set(people)].map(homeEffect);
}

function lineOf({ closed, lookAt, lookWaits, owner, place, shared, status, style }: Summary): string {
  return JSON.stringify([status, style, owner, place, lookAt, lookWaits, closed, shared]);
}
