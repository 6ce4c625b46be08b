// Every modal is one that Slack takes, asks for what it needs, and carries what brings its answer home.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkView } from '../../../playground/server/block-kit/view.ts';
import { type AskedId, pillarNumbers, questionsOf } from '../../../src/domain/framework.ts';
import { decodeActionValue, decodeStartPlace } from '../../../src/slack/action-value.ts';
import { fieldIds, viewIds } from '../../../src/slack/ids.ts';
import { addNoteView } from '../../../src/slack/views/add-note.ts';
import { changeAnswerView } from '../../../src/slack/views/change-answer.ts';
import { namePartView } from '../../../src/slack/views/name-part.ts';
import { startDecisionView } from '../../../src/slack/views/start-decision.ts';
import { whyWeAskView } from '../../../src/slack/views/why-we-ask.ts';
import { split } from '../../support/order-fulfilment.ts';
import { hostileWords, playedDecisions } from '../cards/arbitrary-steps.ts';
import { ana, answering, ben, framework, type Played, play } from '../cards/played-decision.ts';
import { wordsIn } from '../cards/reading.ts';

type View = ReturnType<typeof startDecisionView>;

const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  initial_value: z.string().optional(),
  initial_user: z.string().optional(),
  initial_option: z.object({ value: z.string() }).optional(),
  options: z.array(z.object({ value: z.string() })).optional(),
});
const fieldSchema = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  optional: z.boolean(),
  element: elementSchema,
});

/** The fields of a modal by id. */
function fieldsOf(view: View): ReadonlyMap<string, z.infer<typeof fieldSchema>> {
  const fields = view.blocks.flatMap((block) => fieldSchema.safeParse(block).data ?? []);
  return new Map(fields.map((field) => [field.block_id, field]));
}

function expectAccepted(view: View): void {
  const checked = checkView(view, 'modal');
  expect(checked.ok ? [] : checked.messages).toEqual([]);
  for (const [id, { element }] of fieldsOf(view)) expect(element.action_id).toBe(id);
}

const noDecision = { decision: 'd1', card: 'pillar-5' } as const;

describe('every modal', () => {
  it('is accepted by Slack, whatever people wrote', () => {
    fc.assert(
      fc.property(playedDecisions, hostileWords, ({ decision, words }, wild) => {
        const place = { channel: 'C1', threadTs: null, replyUrl: null };
        expectAccepted(startDecisionView({ place, starter: ben, title: wild, framing: wild }));
        for (const pillar of pillarNumbers)
          expectAccepted(addNoteView({ decision, pillar, framework, words, person: ana }));
        for (const question of [null, '3b', '5c', '6a'] as const)
          expectAccepted(changeAnswerView({ decision, framework, words, question }));
      }),
      { numRuns: 40 },
    );
    expectAccepted(namePartView(noDecision));
    for (const question of [...questionsOf(framework), framework.consistencyQuestion])
      expectAccepted(whyWeAskView({ question, decision: 'decision-1', explaining: { stage: 'offered' } }));
  });
});

describe('starting a decision', () => {
  const place = { channel: 'C1', threadTs: '1.2', replyUrl: 'https://reply.example/1' };
  const view = startDecisionView({
    place,
    starter: ben,
    title: null,
    framing: 'Somebody said:\nlet us split it',
  });
  const fields = fieldsOf(view);

  it('asks for a title, and lets the rest stand', () => {
    expect([...fields].filter(([, { optional }]) => !optional).map(([id]) => id)).toEqual([
      fieldIds.title,
      fieldIds.owner,
    ]);
    expect(fields.get(fieldIds.title)?.element.initial_value).toBeUndefined();
    expect(fields.get(fieldIds.owner)?.element.initial_user).toBe(ben);
  });

  it('brings the message it began with, line breaks and all', () => {
    expect(fields.get(fieldIds.framing)?.element.initial_value).toBe('Somebody said:\nlet us split it');
  });

  it('knows where the decision is to live', () => {
    expect(view.callback_id).toBe(viewIds.startDecision);
    expect(decodeStartPlace(view.private_metadata)).toEqual(place);
  });
});

describe('naming the part', () => {
  it('requires a name and knows whose', () => {
    const view = namePartView(noDecision);
    expect(fieldsOf(view).get(fieldIds.part)?.optional).toBe(false);
    expect(decodeActionValue(view.private_metadata)).toEqual(noDecision);
  });
});

describe('adding a note', () => {
  it("offers the pillar's questions and lists the notes that stand, the newest first", () => {
    const played = play([
      { note: '1a', says: 'older note' },
      { note: '1b', says: 'newer *note*', by: ben },
      { note: '2a', says: 'of another pillar' },
    ]);
    const view = addNoteView({ ...played, pillar: 1, framework, person: ana });
    const select = fieldsOf(view).get(fieldIds.noteQuestion)?.element;
    expect(select?.options?.map(({ value }) => value)).toEqual(['1a', '1b', '1c']);
    const shown = wordsIn(view.blocks);
    expect(shown).toContain(`*1b*  <@${ben}>: newer ∗note∗`);
    expect(shown.indexOf('newer')).toBeLessThan(shown.indexOf('older'));
    expect(shown).not.toContain('another pillar');
    expect(decodeActionValue(view.private_metadata)).toEqual({ decision: 'd1', card: 'pillar-1', pillar: 1 });
  });
});

describe('changing an answer', () => {
  const view = (question: AskedId | null, played: Played = play(answering(split, 'payment'))) =>
    changeAnswerView({ ...played, framework, question });
  const offered = (shown: View) =>
    JSON.stringify(shown.blocks[0]?.type === 'actions' ? shown.blocks[0] : null)
      .match(/"value":"[^"]+"/g)
      ?.join(' ') ?? '';

  it('has nothing to send before a question is chosen', () => {
    expect(view(null).submit).toBeUndefined();
    expect(fieldsOf(view(null)).size).toBe(0);
  });

  it('offers the options of the chosen one with "Don\'t know", the standing answer preselected', () => {
    const radio = fieldsOf(view('2b')).get(fieldIds.option('2b'))?.element;
    expect(radio?.options?.map(({ value }) => value)).toEqual(['all', 'some', 'none', 'unknown']);
    expect(radio?.initial_option?.value).toBe('some');
    expect(decodeActionValue(view('2b').private_metadata)).toMatchObject({ question: '2b', card: 'recommendation' });
  });

  it('gives each question a field of its own, so that a choice is not carried over', () => {
    expect([...fieldsOf(view('2b')).keys()]).not.toEqual([...fieldsOf(view('2c')).keys()]);
  });

  it("asks for the part's name under 5c, with the one that stands", () => {
    expect(fieldsOf(view('5c')).get(fieldIds.part)?.element.initial_value).toBe('payment');
    expect(fieldsOf(view('2b')).has(fieldIds.part)).toBe(false);
  });

  it('leaves switched-off questions out, and 6a unless it is asked', () => {
    expect(offered(view(null))).toContain('"6a"');
    const calm = play(answering({ ...split, '1b': 'detect', '4a': 'stable' }, 'payment'));
    expect(offered(view(null, calm))).not.toMatch(/"(4b|4c|6a)"/);
    expect(offered(view(null, calm))).toContain('"4a"');
  });
});

describe('why we ask', () => {
  it('gives the reason, how to answer, what each option means, and where it comes from', () => {
    const [question] = questionsOf(framework);
    const shown =
      question === undefined
        ? ''
        : wordsIn(whyWeAskView({ question, decision: 'decision-1', explaining: { stage: 'offered' } }).blocks);
    expect(shown).toContain('If the starter');
    expect(shown).toContain('*How to answer*');
    for (const option of question?.options ?? []) expect(shown).toContain(`*${option.label}*`);
    for (const { url, title } of question?.why.sources ?? []) expect(shown).toContain(`<${url}|${title}>`);
  });
});
