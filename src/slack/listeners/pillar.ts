// The buttons that move through a pillar: skip the rest, show it again, fold it again.
import type { App } from '@slack/bolt';
import { onClick, recordClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import type { ListenerParts } from '../listener-parts.ts';

const buttons = [
  { pattern: actionPatterns.skip, type: 'SkipPillar' },
  { pattern: actionPatterns.change, type: 'UnfoldPillar' },
  { pattern: actionPatterns.fold, type: 'FoldPillar' },
] as const;

/** Registers the listeners. */
export function registerPillar(app: App, parts: ListenerParts): void {
  for (const { pattern, type } of buttons) {
    onClick(app, parts, pattern, async (click, ack) => {
      const { pillar } = click.value;
      if (pillar === undefined) return ack();
      await recordClick(parts, click, { ack, command: { type, by: click.actor, at: parts.now(), pillar } });
    });
  }
}
