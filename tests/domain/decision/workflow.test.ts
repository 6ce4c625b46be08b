// The steps of a decision: given, edited, divided, tried.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/decision/commands.ts';
import { react } from '../../../src/domain/decision/react.ts';
import { evidenceOf, splitOf, viewsOf, workflowOf } from '../../../src/domain/decision/workflow-of.ts';
import { formatWorkflow } from '../../../src/domain/workflow/format-workflow.ts';
import { parseWorkflow } from '../../../src/domain/workflow/parse-workflow.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { ana, begun, ben, by, Life, monday, typesOf } from './house.ts';

const order = `Orders: accept order / undo: cancel order
Stock: reserve goods / undo: release goods
Payments: charge card / if refused -> undo
Mail: send confirmation / optional`;

function give(workflow: string, steps: readonly string[], person = ana): Command {
  return { type: 'SetWorkflow', ...by(person), at: monday, workflow, steps };
}
const four = ['s1', 's2', 's3', 's4'];
const texts = (...pairs: readonly (readonly [string, string])[]) => new Map([['w-part', 'payment'], ...pairs]);

describe('the steps', () => {
  it('are recorded with their author, and owe the card that shows them', () => {
    const life = begun();
    const events = life.ask(give('w1', four, ben));
    expect(typesOf(events)).toEqual(['WorkflowSet']);
    expect(life.now.workflow).toMatchObject({ ref: 'w1', steps: four, edition: 1, person: ben, part: null });
    expect(react(events, life.now)).toEqual(['card.root', 'card.drawings']);
  });

  it('may come with the start, and are shown once there is a thread', () => {
    const life = new Life();
    const started = life.ask({
      type: 'StartDecision',
      ...by(ana),
      at: monday,
      decisionId: 'd1',
      title: 'w-title',
      framing: null,
      owner: ana,
      invited: [],
      channel: 'C1',
      threadTs: null,
      workflow: { workflow: 'w1', steps: four },
    });
    expect(typesOf(started)).toEqual(['DecisionStarted', 'WorkflowSet']);
    expect(react(started, life.now)).toEqual(['card.root']);
    const opened = life.ask({ type: 'OpenThread', at: monday, place: { channel: 'C1', threadTs: '1.1' } });
    expect(react(opened, life.now)).toEqual(['card.pillar-1', 'card.drawings']);
  });

  it('given again as they are change nothing; edited they are the next edition', () => {
    const life = begun();
    life.ask(give('w1', four));
    expect(life.ask(give('w1', four, ben))).toEqual([]);
    life.ask(give('w2', ['s1', 's5', 's2', 's3', 's4']));
    expect(life.now.workflow).toMatchObject({ ref: 'w2', edition: 2 });
  });

  it('are for people of the workspace, also once the decision is settled', () => {
    const life = begun().answerAll(orchestrated).accept();
    expect(life.refusal({ ...give('w1', four), ...by('U0GUEST', false) })).toBe('outsider');
    expect(life.refusal(give('w1', []))).toBe('no-steps');
    expect(typesOf(life.ask(give('w1', four)))).toEqual(['WorkflowSet']);
  });

  it('edited in a later round make its card right as well, since it shows what they say', () => {
    const life = begun().answerAll(orchestrated).accept();
    life.ask(give('w1', four));
    const edited = life.ask(give('w2', four));
    const again = { ...life.now, round: 2 };
    expect(react(edited, life.now)).toEqual(['card.root', 'card.recommendation', 'card.drawings']);
    expect(react(edited, again)).toEqual(['card.root', 'card.recommendation', 'card.drawings', 'card.round-2']);
  });

  it('keep their ids, and what refers to them, when they are read back', () => {
    const life = begun();
    const ids = ['s4', 's9', 's1', 's2'];
    life.ask(give('w1', ids));
    const read = workflowOf(life.now, texts(['w1', order]));
    expect(read?.steps.map(({ id }) => id)).toEqual(ids);
    expect(read?.steps.map(({ waitsFor }) => waitsFor)).toEqual([[], ['s4'], ['s9'], ['s1']]);
    expect(read === null ? null : formatWorkflow(read)).toBe(formatWorkflow(parseWorkflow(order).workflow));
  });

  it('whose words were erased are no longer there, and break nothing', () => {
    const life = begun();
    life.ask(give('w1', four));
    expect(workflowOf(life.now, new Map())).toBeNull();
    expect(evidenceOf(life.now, new Map())).toBeNull();
  });
});

describe('the part', () => {
  const choose = (...steps: readonly string[]): Command => ({ type: 'ChoosePartSteps', ...by(ben), at: monday, steps });

  it('takes steps in their order, and only those there are', () => {
    const life = begun();
    expect(life.refusal(choose('s1'))).toBe('no-steps');
    life.ask(give('w1', four));
    expect(life.refusal(choose('s7'))).toBe('no-steps');
    life.ask(choose('s3', 's7', 's1'));
    expect(life.now.workflow).toMatchObject({ part: ['s1', 's3'], partEdition: 1 });
    expect(life.ask(choose('s1', 's3'))).toEqual([]);
  });

  it('loses a step that is edited away, and is asked for again when none is left', () => {
    const life = begun();
    life.ask(give('w1', four));
    life.ask(choose('s1', 's3'));
    life.ask(give('w2', ['s3', 's4']));
    expect(life.now.workflow?.part).toEqual(['s3']);
    life.ask(give('w3', ['s4', 's8']));
    expect(life.now.workflow?.part).toBeNull();
  });

  it('makes a third drawing of a split, and of nothing else', () => {
    const split = begun().answerAll({ ...orchestrated, '5c': 'part' });
    split.ask(give('w1', four));
    const words = texts(['w1', order]);
    expect(splitOf(split.now, words)).toEqual({ name: 'payment', steps: null });
    expect(viewsOf(split.now, words).map(({ style }) => style)).toEqual(['orchestrated', 'choreographed']);
    split.ask(choose('s3'));
    expect(viewsOf(split.now, words).at(2)).toEqual({ style: 'hybrid', part: { name: 'payment', steps: ['s3'] } });
    const whole = begun().answerAll(orchestrated);
    whole.ask(give('w1', four));
    whole.ask(choose('s3'));
    expect(viewsOf(whole.now, words)).toHaveLength(2);
  });
});

describe('a change that is tried', () => {
  const attempt = (whatIf: string): Command => ({ type: 'TryWhatIf', ...by(ben), at: monday, whatIf });

  it('owes its drawing by its number, once an edition of the steps', () => {
    const life = begun();
    expect(life.refusal(attempt('c1'))).toBe('no-steps');
    life.ask(give('w1', four));
    expect(react(life.ask(attempt('c1')), life.now)).toEqual(['what-if.1']);
    expect(life.ask(attempt('c1'))).toEqual([]);
    expect(react(life.ask(attempt('c2')), life.now)).toEqual(['what-if.2']);
    life.ask(give('w2', ['s1']));
    expect(react(life.ask(attempt('c1')), life.now)).toEqual(['what-if.3']);
  });
});

describe('the evidence', () => {
  it('never records by itself, and disagrees with answers that everybody may see', () => {
    const life = begun().answerAll(orchestrated);
    life.ask(give('w1', four));
    const evidence = evidenceOf(life.now, texts(['w1', order]));
    expect(evidence?.disagreements.map(({ question }) => question)).toContain('3a');
    expect(life.now.questions['3a']?.standing?.option).toBe('several');
    const verdict = life.now.verdict;
    life.ask(give('w2', ['s1']));
    expect(life.now.verdict).toEqual(verdict);
  });

  it('says nothing about answers that no longer apply', () => {
    const life = begun().answerAll({ ...orchestrated, '3c': '0-1' });
    life.ask(give('w1', four));
    const disagreeing = () => evidenceOf(life.now, texts(['w1', order]))?.disagreements.map(({ question }) => question);
    expect(disagreeing()).toContain('3c');
    life.answer('3a', 'none');
    expect(disagreeing()).not.toContain('3c');
  });

  it('says nothing about answers that are still private', () => {
    const life = begun([ben]);
    life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null });
    life.ask(give('w1', four));
    for (const question of ['1a', '1b', '1c'] as const) life.answer(question, orchestrated[question], ana);
    for (const question of ['1a', '1b', '1c'] as const) life.answer(question, orchestrated[question], ben);
    life.answer('2c', 'simple', ana);
    expect(evidenceOf(life.now, texts(['w1', order]))?.disagreements).toEqual([]);
  });
});
