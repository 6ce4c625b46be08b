// A newer version of the framework is offered with what the old answers give under it, and said once it counts.
import { describe, expect, test } from 'vitest';
import type { CardKey } from '../../../src/domain/decision/card-keys.ts';
import type { Framework } from '../../../src/domain/framework.ts';
import type { CardInput } from '../../../src/slack/cards/card.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { lookView } from '../../../src/slack/views/look.ts';
import { ana, begun, by } from '../../domain/decision/house.ts';
import { weighed } from '../../domain/verdict/arbitraries.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { askedAgain, dueTogether, lookDue } from './lived-decision.ts';
import { cardInput, framework, type Played, texts } from './played-decision.ts';

const opposite = weighed((weight) => -weight);

const offering = (card: CardKey, played: Played, newerFramework: Framework): CardInput => ({
  ...cardInput(card, played),
  newerFramework,
});
const shows = (input: CardInput) => JSON.stringify(renderCard(input)?.blocks);

describe('the offer', () => {
  test('says what the old answers give under the new version', () => {
    const same = renderCard(offering('reminder-1', lookDue, { ...framework, version: 'newer' }));
    expect(same?.text).toContain('Under it the old answers still give: ');
    expect(renderCard(offering('reminder-1', lookDue, opposite))?.text).toMatch(/Under it the old answers \S+ give: /);
  });

  test('is not made where the decision counts by the version in force', () => {
    expect(renderCard(cardInput('reminder-1', lookDue))?.text).not.toContain('version');
    expect(shows(cardInput('reminder-1', lookDue))).not.toContain('new-version');
  });

  test('stands on the card of a round as well', () => {
    expect(shows(offering('round-2', askedAgain, opposite))).toContain('new-version');
  });

  test('is under Details, where a digest says that it is', () => {
    expect(renderCard(offering('reminder-1', dueTogether, opposite))?.text).toContain('new version: see Details');
    expect(renderCard(cardInput('reminder-1', dueTogether))?.text).not.toContain('new version');
    const clicked = { decision: 'd1', card: 'reminder-1', occurrence: 1, lead: 'd2' } as const;
    const view = lookView({ ...lookDue, framework, texts, clicked, newerFramework: opposite });
    expect(JSON.stringify(view.blocks)).toContain('new-version');
    expect(JSON.stringify(lookView({ ...lookDue, framework, texts, clicked }).blocks)).not.toContain('new-version');
  });
});

describe('once it counts', () => {
  const life = begun().answerAll(orchestrated).accept();
  life.current = opposite;
  life.ask({ type: 'AdoptFramework', ...by(ana), at: life.at });
  const played: Played = { decision: life.now, words: new Map([['w-title', 'Order fulfilment']]) };
  const input = (card: CardKey): CardInput => ({
    ...cardInput(card, played),
    framework: opposite,
    acceptedFramework: framework,
  });

  test('the thread hears why the result moved, and that no question is asked again', () => {
    const text = renderCard(input('round-2'))?.text;
    expect(text).toContain('count by a new version of the framework now. Nothing is asked again.');
    expect(text).toContain('The new version of the framework alone moved it.');
    expect(text).toContain('No counted answer differs.');
  });

  test('the recommendation names the version, and nobody’s answer, as what moved it', () => {
    const text = renderCard(input('recommendation'))?.text;
    expect(text).toContain('Under a new version of the framework: was ');
    expect(text).not.toMatch(/<@\w+> (?:changed|answered)/);
  });

  test('the card of the acceptance no longer says that it is accepted', () => {
    expect(renderCard(input('outcome'))?.text).toBe('Being looked at again.');
  });
});
