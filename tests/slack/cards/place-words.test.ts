// A channel that is archived, without Downbeat, or shared: reminders, digests, lists and the root card say so.
import { describe, expect, test } from 'vitest';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { summarise } from '../../../src/domain/decision/summary.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { decisionLine } from '../../../src/slack/lists/decision-line.ts';
import { dueTogether, lookDue } from './lived-decision.ts';
import { ana, ben, cardInput } from './played-decision.ts';

const places = [
  [{ closed: 'archived' }, 'is archived', 'channel archived'],
  [{ closed: 'app-removed' }, 'type `/invite @Downbeat` in the channel', 'Downbeat is not in its channel'],
  [{ shared: true }, 'Only people of this workspace can answer', 'channel shared with another organisation'],
] as const satisfies readonly (readonly [Partial<StartedDecision>, string, string])[];

const textOf = (card: 'root' | 'reminder-1', decision: StartedDecision) =>
  renderCard(cardInput(card, { ...lookDue, decision }))?.text;

const lineFor = (decision: StartedDecision, reader: string | null) =>
  decisionLine(
    { summary: summarise(decision), title: 'Order fulfilment' },
    { workspaceUrl: 'https://team.example/', now: 0, reader },
  );

describe.each(places)('a decision with %j', (place, meaning, inShort) => {
  const decision = { ...lookDue.decision, ...place };

  test('says on its reminder what that means', () => {
    expect(textOf('reminder-1', decision)).toContain(meaning);
  });

  test('says in a digest and in lists what it is', () => {
    expect(textOf('reminder-1', { ...dueTogether.decision, ...place })).toContain(`Order fulfilment, ${inShort}`);
    const line = lineFor(decision, null);
    expect(line).toContain(inShort);
  });
});

test('the root card says to those who are in it that a channel is shared', () => {
  expect(textOf('root', { ...lookDue.decision, shared: true })).toContain('This channel is shared');
});

test('a channel as it should be is not spoken of', () => {
  expect(textOf('reminder-1', lookDue.decision)).not.toMatch(/archived|Downbeat|shared/);
});

test('a list names the owner, but not to the owner themselves', () => {
  expect(lineFor(lookDue.decision, null)).toContain(`owner <@${ana}>`);
  expect(lineFor(lookDue.decision, ben)).toContain(`owner <@${ana}>`);
  expect(lineFor(lookDue.decision, ana)).not.toContain('owner');
});
