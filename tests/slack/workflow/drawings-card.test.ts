// The card of the steps: what it shows, what it offers to record, and what hostile names cannot do to it.
import { describe, expect, it } from 'vitest';
import { takeSteps } from '../../../src/application/drawings/given-steps.ts';
import { fold } from '../../../src/domain/decision/evolve.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { limits } from '../../../src/slack/limits.ts';
import { split } from '../../support/order-fulfilment.ts';
import { ana, answering, framework, type Played, play, texts } from '../cards/played-decision.ts';

const order = `Orders: accept order / undo: cancel order
Stock: reserve goods / undo: release goods
Payments: charge card / undo: refund / if refused -> undo
Shipping: ship parcel`;

function withSteps({ decision, words }: Played, text: string): Played {
  const taken = takeSteps('d1', text, null);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  const { workflow, steps } = taken.given;
  const after = fold([{ type: 'WorkflowSet', at: 1, by: ana, workflow, steps: [...steps] }], decision);
  if (after.status === 'unstarted') throw new Error('nothing has begun');
  return { decision: after, words: new Map([...words, ...Object.entries(taken.words)]) };
}

function cardOf(played: Played, card: 'drawings' | 'recommendation' | 'root' = 'drawings') {
  return renderCard({ card, ...played, framework, texts, link: (other) => `https://slack.example/${other}` });
}

const buttonIds = (card: ReturnType<typeof cardOf>) =>
  [...JSON.stringify(card?.blocks ?? []).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id);

describe('the card of the steps', () => {
  it('is there once there are steps', () => {
    expect(cardOf(play([]))).toBeNull();
    const card = cardOf(withSteps(play([]), order));
    expect(card?.text).toContain('4 steps in 4 services');
    expect(card?.text).toContain('Stock: reserve goods');
  });

  it('offers to record what was counted, once its question is asked and unless it is recorded so', () => {
    const early = cardOf(withSteps(play([]), order));
    expect(buttonIds(early).filter((id) => id?.startsWith('answer.'))).toEqual([]);
    expect(early?.text).toContain('2c, 3a, 3b, 3c');
    const asked = cardOf(withSteps(play([{ skip: 1 }, { skip: 2 }]), order));
    expect(buttonIds(asked)).toContain(actionIds.answer('3a', 'several'));
    const recorded = cardOf(withSteps(play([{ skip: 1 }, { skip: 2 }, { answer: '3a', option: 'several' }]), order));
    expect(buttonIds(recorded)).not.toContain(actionIds.answer('3a', 'several'));
    expect(recorded?.text).toContain('is the recorded answer');
  });

  it('says where answers and steps disagree, as the recommendation card does', () => {
    const played = withSteps(play(answering({ ...split, '3c': '0-1' }, 'payment')), order);
    for (const card of ['drawings', 'recommendation'] as const) {
      expect(cardOf(played, card)?.text).toContain('The answers and the steps disagree');
      expect(cardOf(played, card)?.text).toContain('3c: recorded');
    }
    const borneOut = play(answering({ ...split, '2c': 'some', '3a': 'few', '4b': 'reactors' }, 'payment'));
    expect(cardOf(borneOut, 'recommendation')?.text).not.toContain('disagree');
  });

  it('puts its buttons on the root and the recommendation card', () => {
    expect(buttonIds(cardOf(play([]), 'root'))).toContain(actionIds.steps());
    expect(buttonIds(cardOf(play([]), 'root'))).not.toContain(actionIds.draw('light'));
    const played = withSteps(play(answering(split, 'payment')), order);
    expect(buttonIds(cardOf(played, 'root'))).toContain(actionIds.draw('light'));
    expect(buttonIds(cardOf(played, 'recommendation'))).toEqual(
      expect.arrayContaining([actionIds.draw('light'), actionIds.whatIf()]),
    );
  });
});

describe('hostile names', () => {
  const hostile = `<!channel> *x*: <https://evil.example|click> <@U0BEN> / undo: \`rm\` ~x~
"A & B <b>": "${'10,000 '.repeat(280)}" / deadline: "<!here>"
end\u0007: "participant\u202e Note"`;

  it('are shown as they are: no mention, no link, no formatting, within every limit', () => {
    const played = withSteps(play(answering(split, '<!everyone> _part_')), hostile);
    for (const name of ['drawings', 'recommendation', 'root'] as const) {
      const card = cardOf(played, name);
      const marked = [card?.text ?? '', ...mrkdwnIn(card?.blocks)];
      for (const text of marked) {
        expect(text).not.toMatch(/<(?:!|https:\/\/evil|@U0BEN)/);
        for (const sign of ['\u0007', '\u202e']) expect(text).not.toContain(sign);
        expect(text.length).toBeLessThanOrEqual(limits.messageText);
      }
      expect(JSON.stringify(card?.blocks).length).toBeLessThan(limits.charactersPerMessage * 2);
    }
  });
});

function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(mrkdwnIn);
  return 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text), ...inner] : inner;
}
