// *Export*: the record of a decision as files in its thread.
import type { App } from '@slack/bolt';
import { exportEffect, exportKey } from '../../application/exporting/export-effect.ts';
import { loadDecision } from '../../application/load-decision.ts';
import { refusal } from '../../domain/decision/refusal.ts';
import { type Click, onClick } from '../click.ts';
import { actionPatterns } from '../ids.ts';
import { type ListenerParts, troubleOf } from '../listener-parts.ts';

/** Registers the button. */
export function registerExport(app: App, parts: ListenerParts): void {
  onClick(app, parts, actionPatterns.export, async (click, ack) => {
    const problem = await ask(parts, click);
    await ack();
    if (problem !== null) await click.tell(problem);
  });
}

/** Asks for the record as it is now; answers what the person must know, if anything. */
async function ask(parts: ListenerParts, { actor, value }: Click): Promise<string | null> {
  if (!actor.member) return refusal('outsider').words;
  const address = { team: parts.workspace.key, decisionId: value.decision };
  try {
    const { decision, version } = await loadDecision(parts, address);
    if (decision.status === 'unstarted') return refusal('not-started').words;
    const entry = await parts.ledger.entry(address, exportKey(version));
    if (entry?.state === 'posted')
      return 'The files are in this thread already, and nothing was recorded since. Scroll down to find them.';
    await parts.owed.owe(address, exportEffect(version));
    parts.nudger.nudge(address, [exportEffect(version)]);
    return null;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return trouble;
  }
}
