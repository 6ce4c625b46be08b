// What a later round offers of the steps, and which steps are compared with those of the acceptance.
import { expect, it } from 'vitest';
import { sheetKeys } from '../../../src/application/drawings/sheets.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { acceptedWorkflowOf, knownStepsOf } from '../../../src/domain/decision/workflow-of.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { stepsSince } from '../../../src/domain/workflow/since.ts';
import { roundCard } from '../../../src/slack/cards/round-card.ts';
import { accepted, askedAgain } from '../cards/lived-decision.ts';
import { cardInput } from '../cards/played-decision.ts';

const words = new Map([
  ['w1', 'Orders: accept order\nStock: reserve goods'],
  ['w2', 'Orders: accept order\nStock: reserve goods / undo: release goods'],
]);
const steps = ['s1', 's2'];

/** The decision with steps at its acceptance, and those that stand now. */
function withSteps(
  { acceptance, ...decision }: StartedDecision,
  now: { ref: string; edition: number },
): StartedDecision {
  if (acceptance === null) throw new Error('it was never accepted');
  return {
    ...decision,
    acceptance: { ...acceptance, workflow: { ref: 'w1', steps, edition: 1 } },
    workflow: { ...now, steps, person: 'UANA', at: 0, part: null, partEdition: 0, whatIfs: [] },
  };
}

const same = { ref: 'w1', edition: 1 };
const newer = { ref: 'w2', edition: 2 };

it('compares the steps with those accepted once they were edited, or in a later round', () => {
  expect(acceptedWorkflowOf(withSteps(accepted.decision, same), words)).toBeNull();
  for (const decision of [withSteps(accepted.decision, newer), withSteps(askedAgain.decision, same)])
    expect(acceptedWorkflowOf(decision, words)?.steps.map(({ id }) => id)).toEqual(steps);
  expect(acceptedWorkflowOf(withSteps(askedAgain.decision, same), new Map())).toBeNull();
});

it('keeps the ids of steps that were there at the acceptance, for when they come back', () => {
  const edited = withSteps(accepted.decision, { ref: 'w3', edition: 2 });
  const standing = { ...edited, workflow: edited.workflow && { ...edited.workflow, steps: ['s1'] } };
  const known = knownStepsOf(standing, new Map([...words, ['w3', 'Orders: accept order']]));
  expect(known?.steps.map(({ id, action }) => [id, action])).toEqual([
    ['s1', 'accept order'],
    ['s2', 'reserve goods'],
  ]);
  const { workflow } = parseWorkflow('Orders: accept order\nBilling: bill\nStock: reserve goods', known ?? undefined);
  expect(workflow.steps.map(({ id }) => id)).toEqual(['s1', 's3', 's2']);
});

it('draws the same steps anew in a later round', () => {
  const keys = (decision: StartedDecision) => sheetKeys({ decision, words }, 'light');
  const again = keys(withSteps(askedAgain.decision, same));
  expect(again.filter((key) => keys(withSteps(accepted.decision, same)).includes(key))).toEqual([]);
});

it('says which steps were added, removed and changed, and nothing of those that stayed', () => {
  const before = parseWorkflow('A: one\nB: two\nC: three').workflow;
  const after = parseWorkflow('A: one\nB: two / undo: back / person\nD: four', before).workflow;
  expect(stepsSince(before, after)).toEqual([
    'Added: “four” (D).',
    'Removed: “three” (C).',
    'Changed: “two” (B): its undo, whether a person does it.',
  ]);
  expect(stepsSince(before, before)).toEqual([]);
});

it('offers the drawings on the card of a later round, where there are steps', () => {
  const shown = (decision: StartedDecision) =>
    JSON.stringify(roundCard(2, cardInput('round-2', { decision, words: askedAgain.words }))?.blocks);
  expect(shown(withSteps(askedAgain.decision, same))).toContain('"draw.light"');
  expect(shown(askedAgain.decision)).not.toContain('draw.light');
});

it('says on the card of a later round what became of the steps, and where answers and steps disagree', () => {
  const text = (decision: StartedDecision) =>
    roundCard(2, cardInput('round-2', { decision, words: new Map([...askedAgain.words, ...words]) }))?.text ?? '';
  const edited = text(withSteps(askedAgain.decision, newer));
  expect(edited).toContain('The steps have changed since it was accepted. Changed: “reserve goods” (Stock): its undo.');
  expect(edited).toContain('The answers and the steps disagree');
  expect(text(withSteps(askedAgain.decision, same))).not.toContain('The steps have changed');
});
