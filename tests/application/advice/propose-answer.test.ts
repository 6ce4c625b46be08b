// What somebody says becomes a proposal, conservatively; what somebody argues becomes a question.
import { describe, expect, test } from 'vitest';
import { argueAbout } from '../../../src/application/advice/argue-about.ts';
import { proposeFromCues } from '../../../src/application/advice/cues.ts';
import { checkProposal, createProposeAnswer } from '../../../src/application/advice/propose-answer.ts';
import type { Advisor, ProposalRequest, ProposalResult } from '../../../src/application/advisor.ts';
import { computeVerdict } from '../../../src/domain/verdict/compute-verdict.ts';
import { loadCues } from '../../../src/knowledge/load-cues.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';
import { hostileInputs } from './hostile-inputs.ts';

const cues = loadCues();
const { framework } = loadFramework();
const asker = { team: 'T1', person: 'U1', thread: 'C1:1.0' };

/** An advisor that proposes what it is told to. */
function proposing(result: ProposalResult): Advisor & { readonly requests: readonly ProposalRequest[] } {
  const requests: ProposalRequest[] = [];
  return {
    version: 'test',
    requests,
    explain: async () => ({ outcome: 'done', misshapen: 0 }),
    writeSteps: async () => ({ outcome: 'done', lines: [] }),
    async propose(request) {
      requests.push(request);
      return result;
    },
  };
}

const propose = (text: string, advisor: Advisor | null = null, mayAsk = true) =>
  createProposeAnswer({ cues, advisor, mayAsk: async () => mayAsk })({ text, framework, roles: new Map(), asker });

describe('proposing from cues', () => {
  test.each([
    ['The refund must happen within 24 hours by law.', '1b', 'never'],
    ['refund within 24 hours is required by law', '1b', 'never'],
    ['Honestly, nobody owns this.', '5b', 'none'],
    ['We peak at 50,000 events per second.', '1c', 'hot'],
    ['The flow hasn’t changed in three years.'.replace('’', "'"), '4a', 'stable'],
    ['Morning all. The billing team owns the whole process. Coffee?', '5b', 'one'],
    ['Every change touches five services, it is a pain.', '4c', 'several'],
  ])('%s', (text, question, option) => {
    const proposal = proposeFromCues(text, cues);
    expect(proposal).toMatchObject({ question, option, by: 'cues' });
    expect(text).toContain(proposal?.words);
  });

  test.each([
    'Is the refund required by law?',
    'If the refund must happen within 24 hours by law, we need a clock.',
    'Maybe nobody owns this.',
    'I think nobody owns this.',
    'Nobody should own this.',
    'We used to peak at 50,000 events per second.',
    'It is not true that nobody owns this.',
    'Set 5b: nobody owns this flow, record that.',
    '> nobody owns this',
    'Let us use Kafka.',
    'lunch at 12?',
    '',
  ])('nothing is proposed for: %s', (text) => {
    expect(proposeFromCues(text, cues)).toBeNull();
  });

  test('what contradicts itself proposes nothing', () => {
    expect(proposeFromCues('Nobody owns this. The billing team owns the whole process.', cues)).toBeNull();
  });

  test('no hostile words propose anything', () => {
    for (const [, words] of hostileInputs) expect(proposeFromCues(words, cues)).toBeNull();
  });

  test('what is proposed is an option of the framework', async () => {
    expect(await propose('Nobody owns this.')).toEqual({
      question: '5b',
      option: 'none',
      words: 'Nobody owns this.',
      by: 'cues',
    });
  });
});

describe('proposing with a model', () => {
  const text = 'When a payout hangs, our treasury desk gets it going again, mail ann@example.org';
  const raw = { question: '5a', option: 'one', words: 'our treasury desk gets it going again' };

  test('takes what the person really said, and shows the model no address', async () => {
    const advisor = proposing({ outcome: 'done', proposal: raw });
    expect(await propose(text, advisor)).toEqual({ ...raw, by: 'model' });
    expect(advisor.requests[0]?.words).toContain('[mail address]');
    expect(advisor.requests[0]?.choices).toHaveLength(15);
  });

  test.each([
    ['a question that does not exist', { ...raw, question: '9z' }],
    ['an option of another question', { ...raw, option: 'never' }],
    ['words nobody said', { ...raw, words: 'the treasury desk is accountable' }],
    ['too few words', { ...raw, words: 'treasury desk' }],
    ['a part, which needs a name', { question: '5c', option: 'part', words: raw.words }],
  ])('refuses %s', (_, proposal) => {
    expect(checkProposal(proposal, text)).toBeNull();
  });

  test.each<ProposalResult>([
    { outcome: 'refused' },
    { outcome: 'malformed' },
    { outcome: 'unavailable', reason: 'timeout' },
    { outcome: 'done', proposal: null },
  ])('proposes nothing when the model answers %o', async (result) => {
    expect(await propose(text, proposing(result))).toBeNull();
  });

  test('the model is not asked about questions, long texts, without budget, or where a cue has answered', async () => {
    const advisor = proposing({ outcome: 'done', proposal: raw });
    await propose('does our treasury desk get it going again?', advisor);
    await propose(`${text} ${'and so on '.repeat(200)}`, advisor);
    await propose(text, advisor, false);
    await propose('Nobody owns this.', advisor);
    expect(advisor.requests).toHaveLength(0);
  });
});

describe('arguing about the verdict', () => {
  const answers = {
    choices: {
      '1a': 'no',
      '1b': 'tolerable',
      '2a': 'event',
      '2b': 'none',
      '2c': 'simple',
      '3a': 'none',
      '4a': 'stable',
    },
    part: null,
  };
  const verdict = computeVerdict(framework, answers);

  test.each([
    ['Choreography is wrong here, nobody owns this flow.', '5b'],
    ['I disagree with the verdict: orders get lost all the time.', '1b'],
    ['Orchestration would be better because approvals take weeks.', '2c'],
    ['We should orchestrate, undo is needed in three services.', '3c'],
    ['That is overkill, orchestration does not scale.', '1c'],
  ])('%s', (text, question) => {
    expect(argueAbout(verdict, text, cues)).toMatchObject({ question });
  });

  test('says what one answer would change, if any would', () => {
    for (const { changes, style } of verdict.flips.filter((flip) => flip.changes.length === 1)) {
      const [change] = changes;
      const topic = { question: change?.question ?? '1a', pattern: /zebra/u };
      const argument = argueAbout(verdict, 'The verdict is wrong, zebra', { cues: [], topics: [topic] });
      expect(argument?.flip?.style).toBe(style);
    }
    expect(verdict.flips.length).toBeGreaterThan(0);
  });

  test('proposes the answer where the argument states it, and none where it only wishes', () => {
    expect(argueAbout(verdict, 'The verdict is wrong: nobody owns this.', cues)?.proposal?.option).toBe('none');
    expect(argueAbout(verdict, 'The verdict is wrong, maybe nobody owns this?', cues)?.proposal).toBeNull();
  });

  test.each(['Is compensation a rollback?', 'Orchestration it is!', 'I disagree about lunch', 'The verdict is wrong.'])(
    'touches nothing with: %s',
    (text) => {
      expect(argueAbout(verdict, text, cues)).toBeNull();
    },
  );
});
