// What the recommendation card says for each kind of verdict; compared with the verdict, never with its own wording alone.
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { split } from '../../support/order-fulfilment.ts';
import { answering, ben, cardInput, framework, type Played, play, type Step, texts } from './played-decision.ts';
import { buttonsIn, cardOf, labelsOf, wordsIn } from './reading.ts';

const skipsAll = ([1, 2, 3, 4, 5] as const).map((pillar): Step => ({ skip: pillar }));

function verdictOf({ decision }: Played): Verdict {
  if (decision.verdict === null) throw new Error('no verdict yet');
  return decision.verdict;
}

/** The card of a decision whose verdict is bent into a shape that answers rarely lead to. */
function cardWith(change: Partial<Verdict>, played = play(answering(split, 'payment'))) {
  const decision = { ...played.decision, verdict: { ...verdictOf(played), ...change } };
  return renderCard(cardInput('recommendation', { ...played, decision })) ?? { text: '', blocks: [] };
}

describe('a split with a named part', () => {
  const played = play(answering(split, 'payment and refund'));
  const verdict = verdictOf(played);
  const card = cardOf('recommendation', played);
  const shown = wordsIn(card.blocks);

  it('opens with the title, the headline with the part, and how clear it is', () => {
    expect(shown.indexOf('Order fulfilment')).toBe(0);
    expect(shown).toContain('*Split it: orchestrate payment and refund, let the rest react*');
    expect(shown).toContain(`${verdict.confidence} confidence · ${verdict.answered} of ${verdict.asked} answered`);
    expect(card.text).toContain('Split it: orchestrate payment and refund, let the rest react');
  });

  it('draws five votes, one line each, and says them in words', () => {
    expect(verdict.votes).toEqual([2, 1, 2, -2, 2]);
    expect(shown).toContain(
      [
        'Communication  □□│■■  +2',
        'Coupling       □□│■□  +1',
        'Undo           □□│■■  +2',
        'Change         ■■│□□  −2',
        'Ownership      □□│■■  +2',
      ].join('\n'),
    );
    expect(card.text).toContain('Communication +2 for orchestration, Coupling +1 for orchestration');
    expect(card.text).toContain('Change −2 for choreography');
  });

  it('gives the three strongest reasons and the rule, each with a numbered source that is listed below', () => {
    expect(verdict.reasons[0]?.kind).toBe('part');
    expect(shown).toContain(`${texts.options['5c'].part?.short}: payment and refund.\u00a0<https://`);
    expect(shown).toContain(texts.options['2b'].some?.short);
    expect(shown).toContain(texts.rules.H.text);
    const marks = [...shown.matchAll(/\|\[(\d+)\]>/g)].map(([, number]) => number);
    const [list = ''] = shown.split('\n').slice(-1);
    for (const mark of marks) expect(list).toContain(`${mark}\u00a0<https://`);
    const listed = [...list.matchAll(/(\d+)\u00a0<([^|>]+)\|/g)];
    expect(listed.map(([, number]) => number)).toEqual(listed.map((_, index) => `${index + 1}`));
    expect(new Set(listed.map(([, , url]) => url)).size).toBe(listed.length);
  });

  it('warns, names flips as statements that would have to come true, and says what to draw', () => {
    expect(verdict.warnings).toContain('W2');
    expect(shown).toContain(`*${texts.warnings.W2.title}*  ${texts.warnings.W2.text}`);
    for (const { changes } of verdict.flips)
      for (const { question, to } of changes)
        expect(shown).toContain(`${texts.options[question][to]?.observation} (${question})`);
    expect(shown).toContain(texts.styles.hybrid.drawNext);
    expect(shown).toContain('Saga pattern *Parallel*');
    expect(shown).toContain('*Anthology* around it');
  });

  it('asks about half-finished state right there, because the verdict wants to know', () => {
    expect(verdict.askConsistency).toBe(true);
    const ids = buttonsIn(card.blocks).map(({ action_id }) => action_id);
    expect(ids).toEqual(expect.arrayContaining(['answer.6a.yes', 'answer.6a.no', 'answer.6a.unknown', 'why.6a']));
    expect(labelsOf(cardWith({ askConsistency: false }))).toEqual(['Accept', 'Change an answer', 'Ask', 'Export']);
  });

  it('says that nothing is left unknown only once the extra question is answered as well', () => {
    expect(shown).toContain('Every question that decides the result is answered.');
    expect(shown).not.toContain('nothing is left unknown');
    const all = play([...answering(split, 'payment'), { answer: '6a', option: 'no' }]);
    expect(renderCard(cardInput('recommendation', all))?.text).toContain('nothing is left unknown');
  });

  it('adds which way most of it leans when the score is strong', () => {
    expect(verdict.mostly).toBe('orchestration');
    expect(shown).toContain('speak mostly for orchestration');
    expect(wordsIn(cardWith({ mostly: null }).blocks)).not.toContain('mostly');
  });

  it('uses the headline without a name when nobody named the part', () => {
    expect(wordsIn(cardWith({ part: null }).blocks)).toContain(texts.styles.hybrid.headlineUnnamed);
  });
});

describe('every style', () => {
  it.each(['orchestration', 'choreography', 'hybrid', 'open'] as const)('has its headline and drawing: %s', (style) => {
    const shown = wordsIn(cardWith({ style, part: null }).blocks);
    expect(shown).toContain(texts.styles[style].headlineUnnamed);
    expect(shown).toContain(texts.styles[style].drawNext);
  });

  it.each(['R1', 'R2', 'R3'] as const)('says what rule %s did, with its source', (rule) => {
    const shown = wordsIn(cardWith({ rules: [rule] }).blocks);
    expect(shown).toContain(`${texts.rules[rule].text}\u00a0<${texts.rules[rule].sources[0]?.url}|[`);
  });

  it('puts the missing owner first when that comes before any style, and only there', () => {
    const shown = wordsIn(cardWith({ ownerFirst: true, warnings: ['W1', 'W2'] }).blocks);
    expect(shown.indexOf(texts.warnings.W1.text)).toBeLessThan(shown.indexOf('Split it'));
    expect(shown.split(texts.warnings.W1.text)).toHaveLength(2);
    const usual = wordsIn(cardWith({ ownerFirst: false, warnings: ['W1'] }).blocks);
    expect(usual.indexOf(texts.warnings.W1.text)).toBeGreaterThan(usual.indexOf('*Why*'));
  });

  it('shows a pattern that is a warning under "Watch"', () => {
    const pattern = { main: 'Fantasy Fiction', first: null, around: null } as const;
    const shown = wordsIn(cardWith({ pattern }).blocks);
    expect(shown).toContain(`*Fantasy Fiction* (saga pattern)  ${texts.patterns['Fantasy Fiction'].text}`);
    expect(shown).toContain('Saga pattern *Fantasy Fiction*: see Watch above.');
  });

  it('says which side a reason speaks for when there is no winner', () => {
    const reasons = [{ kind: 'pillar', pillar: 2, vote: 1, questions: ['2c'] }] as const;
    expect(wordsIn(cardWith({ style: 'open', reasons }).blocks)).toContain('(for orchestration).');
  });

  it('says that a pillar without an answer is silent', () => {
    const card = cardOf(
      'recommendation',
      play(answering({ '1a': 'sync_all', '2a': 'command', '3a': 'few', '5a': 'one' })),
    );
    expect(wordsIn(card.blocks)).toContain('Change         □□│□□  no answer');
    expect(card.text).toContain('Change no answer');
  });
});

describe('what is still unknown', () => {
  it.each([
    ['yes', 'Nothing still unknown would change this.'],
    ['no', 'No single open answer would change this; two or more of them together could.'],
    ['not-enumerated', 'No single one of them would change this; not every combination was tried.'],
  ] as const)('is put honestly when the robustness is "%s"', (robust, words) => {
    expect(wordsIn(cardWith({ robust, next: null, unanswered: ['1c', '4c'] }).blocks)).toContain(words);
  });

  it('names the one answer to find out next', () => {
    const question = framework.pillars[1].questions[1];
    expect(wordsIn(cardWith({ next: '2b', robust: 'no' }).blocks)).toContain(`*Find out next*  2b: ${question?.text}`);
  });

  it('puts a flip into "don\'t know" as its own statement', () => {
    const flips = [{ changes: [{ question: '5c', to: 'unknown' }], style: 'orchestration' }] as const;
    expect(wordsIn(cardWith({ flips }).blocks)).toContain(`to orchestration if ${texts.unknowns['5c']} (5c)`);
  });

  it('joins the two halves of a pair', () => {
    const changes = [
      { question: '1a', to: 'no' },
      { question: '2b', to: 'none' },
    ] as const;
    const shown = wordsIn(cardWith({ flips: [{ changes, style: 'choreography' }] }).blocks);
    expect(shown).toContain(
      `to choreography if ${texts.options['1a'].no?.observation} (1a) and ${texts.options['2b'].none?.observation} (2b)`,
    );
  });
});

describe('a change after the recommendation', () => {
  it('is told with who changed what, and what that did', () => {
    const played = play([...answering(split, 'payment'), { answer: '5c', option: 'whole', by: ben }]);
    const card = cardOf('recommendation', played);
    const line = `<@${ben}> changed 5c from “Yes, this part” to “All of it is like that”: was a split (+5), now orchestration (+5).`;
    expect(wordsIn(card.blocks)).toContain(line);
    expect(card.text).toContain(line);
  });

  it('that moves the score alone says that the result stands', () => {
    const played = play(answering(split, 'payment'));
    const verdict = verdictOf(played);
    const moved = { ...played.decision, previousVerdict: { ...verdict, score: verdict.score - 1 } };
    const card = renderCard(cardInput('recommendation', { ...played, decision: moved }));
    expect(wordsIn(card?.blocks)).toContain('still a split, +5 instead of +4.');
  });

  it('that touches only the pattern or only the confidence says that the result stays', () => {
    const asked = play([...answering(split, 'payment'), { answer: '6a', option: 'no', by: ben }]);
    expect(wordsIn(cardOf('recommendation', asked).blocks)).toContain(
      `<@${ben}> answered 6a with “No, never”: the result stays; the pattern was Parallel, now Fantasy Fiction.`,
    );
    const { verdict } = asked.decision;
    const shaken = {
      ...asked.decision,
      previousVerdict: verdict,
      verdict: { ...verdictOf(asked), confidence: 'low' },
    } as const;
    const card = renderCard(cardInput('recommendation', { ...asked, decision: shaken }));
    expect(wordsIn(card?.blocks)).toContain(`the result stays; confidence was ${verdict?.confidence}, now low.`);
  });

  it('is not mentioned before there was one', () => {
    expect(wordsIn(cardOf('recommendation', play(answering(split, 'payment'))).blocks)).not.toContain('changed');
  });
});

describe('fewer than three pillars answered', () => {
  const played = play(answering({ '1a': 'no', '2a': 'event' }));
  const card = cardOf('recommendation', played);

  it('gives no recommendation, and says what is missing', () => {
    expect(wordsIn(card.blocks)).toContain('*Too little is answered for a recommendation*');
    expect(wordsIn(card.blocks)).toContain('none of them in Undo, Change or Ownership');
    for (const { headline } of Object.values(texts.styles)) expect(wordsIn(card.blocks)).not.toContain(headline);
    expect(card.text).toContain('Too little is answered');
  });

  it('asks the next best question with its buttons right there', () => {
    const { next } = verdictOf(played);
    expect(next).not.toBeNull();
    const ids = buttonsIn(card.blocks).map(({ action_id }) => action_id);
    expect(ids.filter((id) => id.startsWith(`answer.${next}.`)).length).toBeGreaterThan(2);
    expect(ids).toContain('change-answer');
  });

  it('holds when nothing at all was answered', () => {
    const empty = cardOf('recommendation', play(skipsAll));
    expect(wordsIn(empty.blocks)).toContain('0 of 15 questions are answered');
  });
});
