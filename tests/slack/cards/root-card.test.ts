// What the root card tells at each stage of a decision.
import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { split } from '../../support/order-fulfilment.ts';
import { ana, answering, ben, cardInput, play } from './played-decision.ts';
import { cardOf, textsIn, wordsIn } from './reading.ts';

const story = 'A customer pays.\nWe ship.';

describe('a new decision', () => {
  const root = cardOf('root', play([], { title: 'Order fulfilment', framing: story, invited: [ben] }));

  it('shows title and story as plain words, the owner, and who was asked to take part', () => {
    const plain = textsIn(root.blocks).filter(({ type }) => type === 'plain_text');
    const [title, framing, ...menu] = plain.map(({ text }) => text);
    expect([title, framing]).toEqual(['Order fulfilment', story]);
    expect(menu).toEqual(['Answer as a team', 'Add the steps', 'Hand it over', 'Abandon the decision']);
    expect(wordsIn(root.blocks)).toContain(`Owner <@${ana}> · Asked to take part <@${ben}>`);
  });

  it('says how far it is, where to go on, who may answer and how to ask', () => {
    const shown = wordsIn(root.blocks);
    expect(shown).toContain('*0 of 5 pillars done*');
    expect(shown).toContain('<https://team.example/archives/C1/pillar-1|Go on with Communication in the thread>');
    expect(shown).toContain('Anyone of this workspace in the channel may answer');
    expect(shown).toContain('write `@Downbeat` and your question');
    expect(root.text).toContain('Communication open, Coupling open');
  });

  it('names the next card without a link while its message is not known', () => {
    const input = { ...cardInput('root', play([])), link: () => null };
    expect(wordsIn(renderCard(input)?.blocks)).toContain('*0 of 5 pillars done*   Go on with Communication');
  });

  it('counts the invited beyond a dozen instead of naming them all', () => {
    const invited = Array.from({ length: 15 }, (_, index) => `U0P${index}`);
    const shown = wordsIn(cardOf('root', play([], { title: 'T', invited })).blocks);
    expect(shown).toContain('<@U0P11>, 3 more');
    expect(shown).not.toContain('U0P12');
  });
});

describe('a decision on its way', () => {
  it('tells answered, skipped and open pillars apart by shape and in words', () => {
    const played = play([
      { answer: '1a', option: 'no' },
      { answer: '1b', option: 'never' },
      { answer: '1c', option: 'low' },
      { skip: 2 },
    ]);
    const root = cardOf('root', played);
    expect(wordsIn(root.blocks)).toContain('●\u00a0Communication   ◐\u00a0Coupling   ○\u00a0Undo');
    expect(wordsIn(root.blocks)).toContain('(◐\u00a0skipped)');
    expect(root.text).toContain('2 of 5 pillars done: Communication answered, Coupling skipped, Undo open');
    expect(root.text).toContain('Go on with Undo');
  });
});

describe('a decision with its recommendation', () => {
  it('carries the headline with the part, how clear it is, and the way to the recommendation', () => {
    const root = cardOf('root', play(answering(split, 'payment & refund')));
    const shown = wordsIn(root.blocks);
    expect(shown).toContain('*Split it: orchestrate payment &amp; refund, let the rest react*');
    expect(shown).toMatch(/\+\d of 10 · (low|medium|high) confidence · 15 of 15 answered/);
    expect(shown).toContain('<https://team.example/archives/C1/recommendation|Read the recommendation>');
    expect(shown).not.toContain('Go on with');
    expect(root.text).toContain('Recommendation: Split it: orchestrate payment &amp; refund');
  });

  it('says so when too little is answered, and which answer helps most', () => {
    const played = play(answering({ '1a': 'no', '2a': 'event' }));
    const next = played.decision.verdict?.next;
    const root = cardOf('root', played);
    expect(wordsIn(root.blocks)).toContain('Too little is answered for a recommendation (2 of 15)');
    expect(next).not.toBeNull();
    expect(wordsIn(root.blocks)).toContain('The answer that helps most:');
  });
});
