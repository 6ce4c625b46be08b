// What holds for every card of every decision, however it came about and whatever people wrote in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../playground/server/block-kit/check.ts';
import { blocksTextLength } from '../../../playground/server/block-kit/walk.ts';
import type { CardTexts } from '../../../src/domain/card-texts.ts';
import { type CardKey, cardKeys } from '../../../src/domain/decision/card-keys.ts';
import { type Framework, questionsOf } from '../../../src/domain/framework.ts';
import { decodeActionValue } from '../../../src/slack/action-value.ts';
import type { CardInput, CardMessage } from '../../../src/slack/cards/card.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { actionPatterns } from '../../../src/slack/ids.ts';
import { limits } from '../../../src/slack/limits.ts';
import { playedDecisions } from './arbitrary-steps.ts';
import { cardInput, framework, type Played, play, texts } from './played-decision.ts';
import { buttonsIn, textsIn, wordsIn } from './reading.ts';

function forEveryCard(check: (message: CardMessage, input: CardInput) => void, change = (input: CardInput) => input) {
  fc.assert(
    fc.property(playedDecisions, (played) => {
      for (const card of cardKeys) {
        const input = change(cardInput(card, played));
        const message = renderCard(input);
        if (message !== null) check(message, input);
      }
    }),
    { numRuns: 60 },
  );
}

/** The same wording, blown up as far as a team might. */
function blownUp<T>(value: T): T {
  const grow = (key: string, inner: unknown) =>
    typeof inner === 'string' &&
    ['text', 'title', 'intro', 'help', 'short', 'observation', 'drawNext', 'long'].includes(key)
      ? `${inner} ${'wide & <long> '.repeat(200)}`
      : inner;
  return JSON.parse(JSON.stringify(value, grow));
}

const wideFramework: Framework = blownUp(framework);
const wideTexts: CardTexts = blownUp(texts);

function checkLimits({ text, blocks }: CardMessage): void {
  const checked = checkBlocks(blocks, 'message', '/blocks');
  expect(checked.ok ? [] : checked.messages).toEqual([]);
  expect(blocksTextLength(blocks.map((block) => ({ ...block })))).toBeLessThanOrEqual(limits.charactersPerMessage);
  expect(text.length).toBeLessThanOrEqual(limits.messageText);
  expect(text.trim()).not.toBe('');
}

/** The only markup a card may contain: mentions of ids, links to the web, and the three entities. */
const markup = /<@[UW][A-Z0-9]+>|<https?:\/\/[^<>|]+(?:\|[^<>|]*)?>|&(?:amp|lt|gt);/g;

describe('every card', () => {
  it('is within what Slack accepts', () => {
    forEveryCard(checkLimits);
  });

  it('stays within it when a team writes very long texts into the framework', () => {
    forEveryCard(checkLimits, (input) => ({ ...input, framework: wideFramework, texts: wideTexts }));
  });

  it('holds no markup but its own, whatever people write', () => {
    forEveryCard(({ text, blocks }) => {
      const marked = textsIn(blocks).filter(({ type }) => type === 'mrkdwn');
      for (const part of [text, ...marked.map((shown) => shown.text)]) {
        expect(part.replace(markup, '')).not.toMatch(/[<>&]/);
        expect(part).not.toMatch(/<@U0EVIL>|<!|\p{Cs}|[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
      }
    });
  });

  it('has bold marks in pairs, so that nothing people write turns the rest of a line bold', () => {
    forEveryCard(({ blocks }) => {
      for (const { type, text } of textsIn(blocks)) {
        if (type !== 'mrkdwn') continue;
        for (const line of text.split('\n')) expect([...line].filter((sign) => sign === '*').length % 2).toBe(0);
      }
    });
  });

  it('gives every button an id of one kind and a value that leads back to it', () => {
    forEveryCard(({ blocks }, { card, decision }) => {
      for (const { action_id, value } of buttonsIn(blocks)) {
        const kinds = Object.entries(actionPatterns).filter(([, pattern]) => pattern.test(action_id));
        expect(kinds, action_id).toHaveLength(1);
        expect(decodeActionValue(value)).toMatchObject({ decision: decision.decisionId, card });
      }
    });
  });

  it('repeats no action id on one card', () => {
    forEveryCard(({ blocks }) => {
      const ids = buttonsIn(blocks).map(({ action_id }) => action_id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('says in its text every question it asks, with every option', () => {
    forEveryCard(({ text, blocks }) => {
      const asked = new Set(buttonsIn(blocks).flatMap(({ value }) => decodeActionValue(value)?.question ?? []));
      const questions = [...questionsOf(framework), framework.consistencyQuestion].filter(({ id }) => asked.has(id));
      for (const question of questions) {
        expect(text).toContain(`${question.id}: ${question.text}`);
        for (const { label } of question.options) expect(text).toContain(label);
      }
    });
  });

  it('is the same for the same decision', () => {
    forEveryCard((message, input) => {
      expect(renderCard(input)).toEqual(message);
    });
  });
});

describe('which cards are due', () => {
  const due = (played: Played) => cardKeys.filter((card: CardKey) => renderCard(cardInput(card, played)) !== null);

  it('are the root and the first pillar at the start', () => {
    expect(due(play([]))).toEqual(['root', 'pillar-1']);
  });

  it('grow by one when a pillar is skipped, and end with the recommendation', () => {
    expect(due(play([{ skip: 1 }]))).toEqual(['root', 'pillar-1', 'pillar-2']);
    const all = play([{ skip: 1 }, { skip: 2 }, { skip: 3 }, { skip: 4 }, { skip: 5 }]);
    expect(due(all)).toEqual(cardKeys);
  });

  it('never include a pillar before the one ahead of it was passed', () => {
    expect(due(play([{ skip: 3 }, { answer: '4a', option: 'high' }]))).toEqual(['root', 'pillar-1']);
  });
});

describe('words that were erased', () => {
  it('are shown as erased on every card that held them', () => {
    const played = play([{ note: '1a', says: 'secret remark' }], { title: 'Secret title', framing: 'Secret story' });
    const blank = { ...played, words: new Map<string, string>() };
    const root = renderCard(cardInput('root', blank));
    const pillar = renderCard(cardInput('pillar-1', blank));
    expect(wordsIn(root?.blocks)).toContain('(erased)');
    expect(wordsIn(pillar?.blocks)).toContain('Note by <@U0ANA>: (erased)');
    expect(JSON.stringify([root, pillar])).not.toMatch(/secret/i);
  });
});
