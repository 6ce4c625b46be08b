// What the advisor may know of a decision: what everybody may see, people as roles, words redacted.
import { describe, expect, test } from 'vitest';
import { decisionFacts } from '../../../src/application/advice/decision-facts.ts';
import { ana, ben, framework, type Played, play } from '../../slack/cards/played-decision.ts';

const facts = ({ decision, words }: Played) => decisionFacts({ decision, version: 9, framework, words });
const skipAll = ([1, 2, 3, 4, 5] as const).map((skip) => ({ skip }));

describe('the facts of a decision', () => {
  test('are the answers that stand, in the framework’s words, by role', () => {
    const { answers, id, version } = facts(
      play(
        [
          { answer: '1b', option: 'never' },
          { answer: '1c', option: 'unknown', by: ben },
        ],
        { title: 'Order fulfilment', invited: [ben] },
      ),
    );
    expect({ id, version }).toEqual({ id: 'd1', version: 9 });
    expect(answers.map(({ question, says, by }) => [question, says, by])).toEqual([
      ['1b', expect.stringMatching(/^That is an incident: /), 'the owner'],
      ['1c', "Don't know.", 'participant 1'],
    ]);
    expect(JSON.stringify(answers)).not.toContain(ana);
  });

  test('have notes and the part’s name, redacted', () => {
    const { answers, verdict } = facts(
      play([
        { answer: '1b', option: 'never' },
        { note: '1b', says: `ask <@${ben}> or ben@example.org`, by: ben },
        ...skipAll,
        { answer: '5c', option: 'part', part: 'payment, key sk-proj-abcdefghijklmnop1234' },
      ]),
    );
    expect(answers[0]?.notes).toEqual(['ask participant 1 or [mail address]']);
    expect(answers[1]?.part).toBe('payment, key [secret]');
    expect(verdict).toMatchObject({ style: 'open', part: null });
    expect(JSON.stringify({ answers, verdict })).not.toContain('sk-proj');
  });

  test('have no answer of a team that is not revealed, and all of one that is', () => {
    const steps = [
      { team: null },
      { answer: '1b', option: 'never' },
      { answer: '1b', option: 'never', by: ben },
    ] as const;
    const beginning = { title: 'Order fulfilment', invited: [ben] };
    expect(facts(play(steps, beginning)).answers).toEqual([]);
    const revealed = facts(play([...steps, { reveal: 1 }], beginning));
    expect(revealed.answers.map(({ question }) => question)).toEqual(['1b']);
  });
});
