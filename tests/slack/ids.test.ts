// Ids are what Slack hands back: each has to lead to exactly one listener.
import { describe, expect, it } from 'vitest';
import { drawables } from '../../src/application/drawings/drawing-effect.ts';
import { cardKeys } from '../../src/domain/decision/card-keys.ts';
import {
  type AskedId,
  consistencyQuestionId,
  optionIds,
  pillarNumbers,
  questionIds,
  unknownOption,
} from '../../src/domain/framework.ts';
import {
  decodeActionValue,
  decodeStartPlace,
  encodeActionValue,
  encodeStartPlace,
} from '../../src/slack/action-value.ts';
import { actionIds, actionPatterns } from '../../src/slack/ids.ts';
import { limits } from '../../src/slack/limits.ts';

const asked: readonly AskedId[] = [...questionIds, consistencyQuestionId];
const everyId = [
  ...asked.flatMap((question) =>
    [...optionIds[question], unknownOption].map((option) => actionIds.answer(question, option)),
  ),
  ...asked.map((question) => actionIds.why(question)),
  ...asked.map((question) => actionIds.nameFinder(question)),
  ...pillarNumbers.flatMap((pillar) => [
    actionIds.skip(pillar),
    actionIds.change(pillar),
    actionIds.fold(pillar),
    actionIds.note(pillar),
    actionIds.myAnswers(pillar),
    actionIds.reveal(pillar),
  ]),
  actionIds.changeAnswer(),
  actionIds.pickQuestion(),
  actionIds.accept(),
  actionIds.more(),
  actionIds.steps(),
  ...drawables.map((what) => actionIds.draw(what)),
  actionIds.whatIf(),
  actionIds.pickChange(),
  actionIds.teamMode(),
  actionIds.export(),
  actionIds.whatNext(),
  actionIds.tool('owned'),
  actionIds.list('due'),
  actionIds.homeStart(),
  actionIds.homeSettings(),
  actionIds.adopt(),
  actionIds.followUp(),
  actionIds.snooze(),
  actionIds.notNow(14),
  actionIds.stretch(13),
  actionIds.look(0),
  actionIds.nothingChanged(8),
  actionIds.watch(4, 'still-so'),
  actionIds.scope({ question: 'isolation', answer: 'yes' }),
];

describe('action ids', () => {
  it('match exactly one pattern each', () => {
    for (const id of everyId) {
      const matching = Object.values(actionPatterns).filter((pattern) => pattern.test(id));
      expect(matching, id).toHaveLength(1);
    }
  });

  it('are all different and short enough', () => {
    expect(new Set(everyId).size).toBe(everyId.length);
    for (const id of everyId) expect(id.length).toBeLessThanOrEqual(limits.identifier);
  });

  it('of something we do not offer match nothing', () => {
    for (const id of ['answer.7a.yes', 'answer.1a.', 'skip.6', 'why', 'accept.1', 'change-answer.1', 'xskip.1'])
      expect(
        Object.values(actionPatterns).some((pattern) => pattern.test(id)),
        id,
      ).toBe(false);
  });
});

describe("a button's value", () => {
  it('comes back as it was given, for every card', () => {
    for (const card of cardKeys) {
      const value = { decision: 'd1', card, question: '3c', option: '0-1', pillar: 3 } as const;
      expect(decodeActionValue(encodeActionValue(value))).toEqual(value);
      expect(decodeActionValue(encodeActionValue({ decision: 'd1', card }))).toEqual({ decision: 'd1', card });
    }
  });

  it.each([
    undefined,
    '',
    'null',
    '{',
    '[]',
    '{"decision":"","card":"root"}',
    '{"decision":"d1"}',
    '{"decision":"d1","card":"pillar-6"}',
    '{"decision":"d1","card":"root","pillar":9}',
    '{"decision":"d1","card":"root","question":"7a"}',
    '{"decision":"d1","card":"root","more":1}',
    JSON.stringify({ decision: 'd'.repeat(2_001), card: 'root' }),
  ])('that is malformed reads as nothing: %s', (text) => {
    expect(decodeActionValue(text)).toBeNull();
  });
});

describe('the place of a decision to start', () => {
  it('comes back as it was given', () => {
    for (const place of [
      { channel: 'C1', threadTs: null, replyUrl: null },
      { channel: 'C1', threadTs: '1.2', replyUrl: 'https://reply.example/1' },
    ])
      expect(decodeStartPlace(encodeStartPlace(place))).toEqual(place);
  });

  it('reads as nothing when it is malformed', () => {
    for (const text of [undefined, '', '{}', '{"channel":"C1"}', '{"channel":"","threadTs":null}'])
      expect(decodeStartPlace(text)).toBeNull();
  });
});
