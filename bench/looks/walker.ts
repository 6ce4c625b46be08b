// A person who decides something while the looks go out: starts a decision, answers its first card, and times what comes of it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Playground } from '../../playground/server/playground.ts';
import { type PersonAtWork, personIn } from '../house/person.ts';

const BETWEEN_CLICKS_MS = 1_500;
const choices = ['answer.1a.no', 'answer.1b.never', 'answer.1c.low'] as const;
const NEXT_CARD = 'answer.2a.event';

/** Milliseconds people waited. */
export type Waits = {
  /** From `/decide` to the first card with buttons. */
  readonly start: number[];
  /** From a click to the redrawn card. */
  readonly click: number[];
  /** From the last answer of a card to the next card. */
  readonly nextCard: number[];
  /** What never happened while somebody waited. */
  readonly givenUp: string[];
};

/** Walks one decision after another until told to stop. */
export async function walkUntil(playground: Playground, isOver: () => boolean): Promise<Waits> {
  const person = personIn(playground);
  const waits: Waits = { start: [], click: [], nextCard: [], givenUp: [] };
  for (let walk = 0; !isOver(); walk += 1)
    await walkOnce(playground, person, { walk, waits }).catch((error: unknown) => waits.givenUp.push(String(error)));
  return waits;
}

async function walkOnce(
  { state }: Playground,
  person: PersonAtWork,
  { walk, waits }: { readonly walk: number; readonly waits: Waits },
): Promise<void> {
  const channel = person.addChannel(`walk-${walk}`);
  const startedAt = performance.now();
  await person.decide(channel, `Walk ${walk}`);
  await person.buttons(channel, choices[0]);
  waits.start.push(performance.now() - startedAt);
  let clickedAt = startedAt;
  for (const choice of choices) {
    await wait(BETWEEN_CLICKS_MS);
    const [place] = await person.buttons(channel, choice);
    if (place === undefined) throw new Error(`there is no button ${choice}`);
    const versions = state.edits(channel, place.ts).length;
    clickedAt = performance.now();
    await person.click(channel, place, choice);
    await person.until('a redrawn card', () => state.edits(channel, place.ts).length > versions || undefined);
    waits.click.push(performance.now() - clickedAt);
  }
  await person.buttons(channel, NEXT_CARD);
  waits.nextCard.push(performance.now() - clickedAt);
}
