// Every id that a card or a modal sends back has exactly one listener, and nobody listens for what is never sent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type CardKey, cardKeys } from '../../src/domain/decision/card-keys.ts';
import { fold } from '../../src/domain/decision/evolve.ts';
import { pillarNumbers, questionsOf } from '../../src/domain/framework.ts';
import { defaultSchedule } from '../../src/domain/reassessment/schedule.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { loadNextSteps } from '../../src/knowledge/load-next-steps.ts';
import { renderCard } from '../../src/slack/cards/render-card.ts';
import { renderReply } from '../../src/slack/cards/reply-message.ts';
import { homeView } from '../../src/slack/home/home-view.ts';
import { viewIds } from '../../src/slack/ids.ts';
import { listMessage } from '../../src/slack/lists/list-message.ts';
import { addNoteView } from '../../src/slack/views/add-note.ts';
import { askView } from '../../src/slack/views/ask.ts';
import { bestCaseView } from '../../src/slack/views/best-case.ts';
import { changeAnswerView } from '../../src/slack/views/change-answer.ts';
import { endDecisionView } from '../../src/slack/views/end-decision.ts';
import { feedbackReasonView } from '../../src/slack/views/feedback-reason.ts';
import { handOverView } from '../../src/slack/views/hand-over.ts';
import { lookView } from '../../src/slack/views/look.ts';
import { myAnswersView } from '../../src/slack/views/my-answers.ts';
import { nameFinderView } from '../../src/slack/views/name-finder.ts';
import { namePartView } from '../../src/slack/views/name-part.ts';
import { partStepsView } from '../../src/slack/views/part-steps.ts';
import { reminderSettingsView } from '../../src/slack/views/reminder-settings.ts';
import { snoozeDateView } from '../../src/slack/views/snooze-date.ts';
import { startDecisionView } from '../../src/slack/views/start-decision.ts';
import { stepsView } from '../../src/slack/views/steps.ts';
import { teamModeView } from '../../src/slack/views/team-mode.ts';
import { changeKinds, whatIfView } from '../../src/slack/views/what-if.ts';
import { whatNextView } from '../../src/slack/views/what-next.ts';
import { whyWeAskView } from '../../src/slack/views/why-we-ask.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { split } from '../support/order-fulfilment.ts';
import { noteRegistrations, takers } from '../support/registrations.ts';
import { playedDecisions } from './cards/arbitrary-steps.ts';
import { lives, lookDue } from './cards/lived-decision.ts';
import { answering, cardInput, framework, type Played, play, texts } from './cards/played-decision.ts';

const registered = noteRegistrations();

useDownbeat({ shared: true });

const elementSchema = z.looseObject({ action_id: z.string(), dispatch_action: z.boolean().optional() });
const blockSchema = z.looseObject({
  type: z.string(),
  accessory: elementSchema.optional().catch(undefined),
  elements: z.array(z.unknown()).optional(),
  dispatch_action: z.boolean().optional(),
  element: elementSchema.optional().catch(undefined),
});

/** Action ids in these blocks that send a click; the fields of a modal send theirs with the form. */
function clickable(blocks: readonly unknown[]): readonly string[] {
  return blocks.flatMap((json) => {
    const block = blockSchema.parse(json);
    const field = block.dispatch_action === true ? block.element : undefined;
    return [...(block.elements ?? []), block.accessory, field].flatMap(
      (element) => elementSchema.safeParse(element).data?.action_id ?? [],
    );
  });
}

const stepsText = 'payment: take the money (undo: refund it)\nshipping: send the goods\nmail: thank the customer';
const { workflow } = parseWorkflow(stepsText);
const drawing = { decision: 'd1', card: 'drawings' } as const;

/** The same decision once its steps were written down. */
function withSteps({ decision, words }: Played): Played {
  const steps = workflow.steps.map(({ id }) => id);
  const given = fold([{ type: 'WorkflowSet', at: 0, by: 'U0ANA', workflow: 'w-steps', steps }], decision);
  if (given.status === 'unstarted') throw new Error('the decision did not start');
  return { decision: given, words: new Map([...words, ['w-steps', stepsText]]) };
}

const versions = { knowledge: 'k1', advisor: null } as const;
const explanation = {
  by: 'passages',
  claims: [{ text: 'Undo needs an owner.', sources: [1] }],
  sources: [
    { number: 1, passage: 'p1', title: 'Undo', links: [], checked: '2026-11-23', quotes: ['Undo needs an owner.'] },
  ],
  nearest: [],
  noAnswer: null,
  fallback: null,
  versions,
} as const;

/** Read once: a state has dozens of views, and there are many states. */
const nextSteps = loadNextSteps();

const views = (played: Played) => [
  startDecisionView({
    place: { channel: 'C1', threadTs: null, replyUrl: null },
    starter: 'U0ANA',
    title: null,
    framing: null,
  }),
  namePartView({ decision: 'd1', card: 'pillar-5' }),
  ...pillarNumbers.map((pillar) => addNoteView({ ...played, framework, pillar, person: 'U0ANA' })),
  ...[null, ...questionsOf(framework).map(({ id }) => id), framework.consistencyQuestion.id].map((question) =>
    changeAnswerView({ ...played, framework, question }),
  ),
  ...[...questionsOf(framework), framework.consistencyQuestion].map((question) =>
    whyWeAskView({ question, decision: 'decision-1', explaining: { stage: 'offered' } }),
  ),
  ...[...questionsOf(framework), framework.consistencyQuestion].map((question) =>
    whyWeAskView({ question, decision: 'decision-1', explaining: { stage: 'there', explanation } }),
  ),
  bestCaseView([{ style: 'choreography', points: [] }], played.decision),
  stepsView(drawing, { stage: 'writing', text: stepsText, hasModel: true }),
  stepsView(drawing, { stage: 'under-way' }),
  stepsView(drawing, { stage: 'asked', text: stepsText, sentence: 'A model proposed these steps.' }),
  partStepsView(drawing, 'payment', workflow),
  ...changeKinds.map((kind) => whatIfView(drawing, kind, workflow)),
  endDecisionView('d1', 'reject'),
  handOverView('d1', 'Order fulfilment'),
  teamModeView(played.decision),
  reminderSettingsView(defaultSchedule('UTC')),
  whatNextView({ decision: played.decision, nextSteps }),
  nameFinderView({ decision: 'd1', card: 'pillar-1', question: '1a' }, { framework, person: 'U0ANA' }),
  snoozeDateView({ decision: 'd1', card: 'reminder-1', occurrence: 1 }, { name: 'Order fulfilment', day: null }),
  lookView({ ...played, framework, texts, clicked: { decision: 'd1', card: 'reminder-1', occurrence: 1 } }),
  ...pillarNumbers.map((pillar) => myAnswersView({ ...played, framework, pillar, person: 'U0ANA' })),
  askView({ decision: 'd1', card: 'recommendation' }),
  feedbackReasonView({
    given: { helpful: false, answer: '1.2', by: 'passages', passages: [], versions },
    thread: { channel: 'C1', threadTs: '1.1' },
  }),
];

/** Every state a card can be in that differs in its buttons: fresh, on the way, folded, unfolded, done, contradictory. */
const states: readonly Played[] = [
  play([]),
  play(answering({ '1a': 'no' })),
  play(answering(split, 'payment')),
  play([...answering(split, 'payment'), ...pillarNumbers.map((pillar) => ({ unfold: pillar }))]),
  play([{ team: null }]),
  ...lives,
  withSteps(play(answering(split, 'payment'))),
  ...fc.sample(playedDecisions, { numRuns: 60, seed: 7 }),
];

/** What is said in threads: an answer in words, and an answer that somebody's words propose. */
const replies = [
  renderReply(
    {
      id: '1.2',
      done: true,
      body: {
        kind: 'answer',
        answer: {
          by: 'passages',
          claims: [{ text: 'A saga has no rollback.', sources: [] }],
          sources: [],
          nearest: [],
          noAnswer: null,
          fallback: null,
          versions,
        },
      },
    },
    framework,
  ),
  renderReply(
    {
      id: '1.2',
      done: true,
      body: {
        kind: 'proposal',
        decisionId: 'd1',
        proposal: { question: '1b', option: 'never', words: 'It is the law.', by: 'cues' },
        standing: null,
      },
    },
    framework,
  ),
];

/** Cards that a decision has later, or not at all. */
const laterCards: readonly CardKey[] = [
  'outcome',
  'adoption',
  'round-2',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'finder-1a',
];

/** A reminder of a decision that counts by an older version of the framework. */
const olderVersion = renderCard({
  ...cardInput('reminder-1', lookDue),
  newerFramework: { ...framework, version: 'newer' },
});

const shown = [
  ...(olderVersion?.blocks ?? []),
  ...replies.flatMap(({ blocks }) => blocks),
  ...states.flatMap((played) => [
    ...[...cardKeys, ...laterCards].flatMap((card) => renderCard(cardInput(card, played))?.blocks ?? []),
    ...views(played).flatMap((view) => view.blocks),
    ...homeView({ person: 'U0ANA', findings: null, workspaceUrl: 'https://team.example', now: 0 }).blocks,
    ...listMessage({
      looked: { kind: 'list', channel: 'C1' },
      findings: { found: [], damaged: 0 },
      filter: 'all',
      workspaceUrl: 'https://team.example',
      now: 0,
    }).blocks,
  ]),
];
const sent = [...new Set(clickable(shown))];

test('every button and select that is shown has exactly one listener', () => {
  expect(sent.length).toBeGreaterThan(90);
  for (const id of sent) expect(takers(registered.actions, id), id).toHaveLength(1);
});

test('every listener for clicks has something that is shown', () => {
  for (const listener of registered.actions)
    expect(
      sent.some((id) => takers([listener], id).length > 0),
      String(listener),
    ).toBe(true);
});

test('every modal is known by its id, and this test shows all of them', () => {
  const ids = states.slice(0, 1).flatMap((played) => views(played).map((view) => view.callback_id ?? ''));
  expect([...new Set(ids)].toSorted()).toEqual(Object.values(viewIds).toSorted());
});

test('every modal that can be sent has exactly one listener, and the reverse', () => {
  const withSubmit = states.flatMap((played) => views(played).filter((view) => view.submit !== undefined));
  const ids = [...new Set(withSubmit.map((view) => view.callback_id ?? ''))].toSorted();
  for (const id of ids) expect(takers(registered.views, id), id).toHaveLength(1);
  expect(registered.views.map(String).toSorted()).toEqual(ids);
});

test('nobody is asked for options while typing: no select of ours loads any', () => {
  expect(registered.options).toEqual([]);
});
