// One message for several looks: whole at its largest, and each decision in the state it is in.
import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../../playground/server/block-kit/check.ts';
import { blocksTextLength } from '../../../playground/server/block-kit/walk.ts';
import { personOf, shownBy } from '../../../src/application/card-target.ts';
import { relatedTo } from '../../../src/application/related-decisions.ts';
import type { StartedDecision } from '../../../src/domain/decision/decision.ts';
import { MOST_TOGETHER } from '../../../src/domain/decision/digest.ts';
import { decodeActionValue, decodeChoice } from '../../../src/slack/action-value.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { actionIds, actionPatterns } from '../../../src/slack/ids.ts';
import { limits } from '../../../src/slack/limits.ts';
import { dueTogether } from './lived-decision.ts';
import { ana, ben, cardInput } from './played-decision.ts';
import { buttonsIn, menusIn } from './reading.ts';

const members = Array.from({ length: MOST_TOGETHER }, (_, index) => `d${index + 1}`);
const digest = { lead: 'd1', members, owner: ana, reminder: 1 };
const together = { reminder: 1, digest };
const lead: StartedDecision = { ...dueTogether.decision, together };

/** The digest, its second decision changed in some way. */
function drawn(second: Partial<StartedDecision> = {}, title = 'Refund on demand', first = lead) {
  const words = new Map([['w-title', title]]);
  const others = members.slice(1).map((decisionId, index) => {
    const decision = { ...lead, decisionId, ...(index === 0 ? second : {}) };
    return [decisionId, { decision, words, url: 'https://team.example/archives/C1/p1' }] as const;
  });
  const message = renderCard({
    ...cardInput('reminder-1', { ...dueTogether, decision: first }),
    others: new Map(others),
  });
  if (message === null) throw new Error('the lead shows the digest');
  return message;
}

describe('a digest', () => {
  test('is within what Slack accepts, however many decisions and however long their titles', () => {
    const { text, blocks } = drawn({}, 'Wide & <long> '.repeat(40));
    const checked = checkBlocks(blocks, 'message', '/blocks');
    expect(checked.ok ? [] : checked.messages).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(limits.blocksPerMessage);
    expect(blocksTextLength(blocks.map((block) => ({ ...block })))).toBeLessThanOrEqual(limits.charactersPerMessage);
    expect(text.length).toBeLessThanOrEqual(limits.messageText);
  });

  test('has two buttons for each decision, each with an id of its own that leads to that decision', () => {
    const buttons = buttonsIn(drawn().blocks);
    expect(new Set(buttons.map(({ action_id }) => action_id)).size).toBe(2 * MOST_TOGETHER);
    for (const { action_id } of buttons)
      expect(actionPatterns.nothingChanged.test(action_id) || actionPatterns.look.test(action_id)).toBe(true);
    const asked = buttons.map(({ value }) => decodeActionValue(value)?.decision);
    expect(new Set(asked)).toEqual(new Set(members));
  });

  test('has one menu for each decision: put it off, hand it over, or stop, of that decision and no other', () => {
    const menus = menusIn(drawn().blocks);
    expect(menus.map(({ action_id }) => action_id)).toEqual(members.map((_, place) => actionIds.notNow(place)));
    for (const [place, { options }] of menus.entries()) {
      const chosen = options.map(({ value }) => decodeChoice(value));
      expect(chosen.map((choice) => choice?.does)).toEqual([
        'next-working-day',
        'week',
        'month-or-day',
        'hand-over',
        'stop',
      ]);
      for (const choice of chosen) expect(choice).toMatchObject({ decision: members[place], lead: 'd1' });
    }
  });

  test('stops asking about a decision that somebody else has now, and says who', () => {
    const { text, blocks } = drawn({ owner: ben, passedOn: 1 });
    expect(text).toContain(`Refund on demand: <@${ben}> looks after this decision now`);
    expect(buttonsIn(blocks).map(({ value }) => decodeActionValue(value)?.decision)).not.toContain('d2');
    expect(menusIn(blocks)).toHaveLength(MOST_TOGETHER - 1);
  });

  test('says of one where a thing is not known that it is not, never that nothing has changed', () => {
    const looked = { occurrence: 1, outcome: 'partly' as const, notRechecked: [], at: 0, person: ana, reminder: 1 };
    const { text } = drawn({ look: null, lastLook: looked });
    expect(text).toContain('Not everything about it is known.');
    expect(text).not.toMatch(/Nothing has changed: looked|Not re-checked: 0/);
    expect(drawn({ look: null, lastLook: { ...looked, notRechecked: ['a', 'b'] } }).text).toContain(
      'Not re-checked: 2',
    );
  });

  test('asks the closing questions where they are due, and leads on where a part can be decided alone', () => {
    const answers = { scope: null, isolation: null };
    expect(drawn({ scopeAsked: { occurrence: 1, answers } }).text).toContain('is the workflow still of the same size?');
    const looked = { occurrence: 1, outcome: 'unchanged' as const, notRechecked: [], at: 0, person: ana, reminder: 1 };
    const isolated = { occurrence: 1, answers: { scope: 'same' as const, isolation: 'yes' as const } };
    const { blocks } = drawn({ look: null, lastLook: looked, scopeAsked: isolated });
    const [follow] = buttonsIn(blocks).filter(({ action_id }) => action_id === actionIds.followUp());
    expect(decodeActionValue(follow?.value)?.decision).toBe('d2');
  });

  test('stops asking about a decision that a newer reminder asks about', () => {
    const look = lead.look === null ? null : { ...lead.look, reminder: { number: 2, audience: 'owner' as const } };
    expect(drawn({ look, reminders: 2 }).text).toContain('Refund on demand: A newer reminder asked for this look.');
  });

  test('still asks about the others once its lead is told in a newer digest', () => {
    const newer = { reminder: 2, digest: { lead: 'd1', members: ['d1', 'd16'], owner: ana, reminder: 2 } };
    const asked = lead.look === null ? null : { ...lead.look, reminder: { number: 2, audience: 'owner' as const } };
    const moved = { ...lead, together: newer, earlierDigests: [together], reminders: 2, look: asked };
    const { text, blocks } = drawn({}, 'Refund on demand', moved);
    expect(text).toContain(`${MOST_TOGETHER - 1} of ${MOST_TOGETHER} decisions still due`);
    expect(new Set(buttonsIn(blocks).map(({ value }) => decodeActionValue(value)?.decision))).toEqual(
      new Set(members.slice(1)),
    );
    expect(shownBy({ ...lead, decisionId: 'd2' }, 'reminder-1')).toEqual({ decisionId: 'd1', card: 'reminder-1' });
    expect(personOf(moved, 'reminder-1')).toBe(ana);
    expect(relatedTo('reminder-1', moved)).toEqual(members.slice(1));
  });

  test('says nothing more on the cards of those it speaks for', () => {
    const member = { ...dueTogether, decision: { ...lead, decisionId: 'd2' } };
    expect(renderCard(cardInput('reminder-1', member))).toBeNull();
  });
});
