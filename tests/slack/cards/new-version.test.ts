// A reminder offers a newer version of the framework, with what the old answers give under it.
import { expect, test } from 'vitest';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { lookDue } from './lived-decision.ts';
import { cardInput, framework } from './played-decision.ts';

const input = cardInput('reminder-1', lookDue);
const textOf = (newer: typeof framework) => renderCard({ ...input, newerFramework: newer })?.text;

test('the offer says what the old answers give under the new version', () => {
  expect(textOf({ ...framework, version: 'newer' })).toContain('Under it the old answers still give: ');
});

test('nothing is offered where the decision counts by the version in force', () => {
  expect(renderCard(input)?.text).not.toContain('version');
  expect(JSON.stringify(renderCard(input)?.blocks)).not.toContain('new-version');
});
