// Tells every decision of a person whose account is gone, so that each asks who takes it over.
import type { PersonId } from '../../domain/decision/refs.ts';
import type { DecisionLists } from '../decision-lists.ts';
import type { HandleCommand } from '../handle-command.ts';
import type { Log } from '../log.ts';
import { unlessDamaged } from '../unless-damaged.ts';

/** Decisions of one person that are told: those touched last. */
const MOST = 500;

/** What telling takes. */
export type ReportGoneParts = {
  readonly lists: Pick<DecisionLists, 'ownedBy'>;
  readonly handleCommand: HandleCommand;
  readonly log: Log;
  readonly now: () => number;
};

/** Tells the decisions a person owns that their account is gone. Telling again changes nothing. */
export type ReportGone = (team: string, person: PersonId) => Promise<void>;

/** Builds the procedure. A damaged decision is left out; what the store throws is thrown on, to be reported again. */
export function createReportGone({ lists, handleCommand, log, now }: ReportGoneParts): ReportGone {
  return async function reportGone(team, person) {
    const at = now();
    for (const entry of await lists.ownedBy(team, person, MOST)) {
      if (!entry.ok) continue;
      const { decisionId } = entry.summary;
      const command = { type: 'ReportPersonGone', at, person } as const;
      const deliveryKey = `gone:${decisionId}:${person}:${at}`;
      await unlessDamaged(handleCommand({ team, decisionId, deliveryKey, command }), { decisionId, log });
    }
  };
}
