// The Home tab: what waits for me, my decisions, and the way to a new one.
import type { HomeView, KnownBlock } from '@slack/types';
import type { Summary } from '../../domain/decision/summary.ts';
import { actions, button, context, divider, header, section } from '../cards/blocks.ts';
import { actionIds } from '../ids.ts';
import { decisionLine } from '../lists/decision-line.ts';
import type { Findings, FoundDecision } from '../lists/find-decisions.ts';

/** Decisions shown under each heading; more are counted. */
const shown = 15;

/** What the tab is made from; `findings` is null while nobody can say what the person may see. */
export type HomeInput = { readonly findings: Findings | null; readonly workspaceUrl: string; readonly now: number };

/** The view. */
export function homeView(input: HomeInput): HomeView {
  return { type: 'home', blocks: [...top(), ...lists(input)] };
}

function top(): readonly KnownBlock[] {
  return [
    header('Downbeat'),
    section('Decide how services should work together: orchestrated, choreographed, or split.'),
    actions([
      button({ id: actionIds.homeStart(), label: 'Start a decision', value: 'start', primary: true }),
      button({ id: actionIds.homeSettings(), label: 'Reminders', spoken: 'When reminders come', value: 'settings' }),
    ]),
    divider(),
  ];
}

function lists({ findings, now, workspaceUrl }: HomeInput): readonly KnownBlock[] {
  if (findings === null)
    return [section('Slack does not say at the moment which channels you are in, so nothing is shown here.')];
  const waiting = findings.found.filter(({ summary }) => waits(summary, now));
  const others = findings.found.filter(({ summary }) => !waits(summary, now));
  const lines = (some: readonly FoundDecision[]) => {
    const more = some.length - shown;
    return [
      ...some.slice(0, shown).map((decision) => section(decisionLine(decision, workspaceUrl, now))),
      ...(more > 0 ? [context(`and ${more} more: /decide search finds them`)] : []),
    ];
  };
  return [
    header('Waits for you'),
    ...(waiting.length === 0 ? [context('Nothing waits for you.')] : lines(waiting)),
    header('Your decisions'),
    ...(others.length === 0 ? [context('None besides. You own a decision you start, or take over.')] : lines(others)),
    ...(findings.damaged > 0 ? [context(`${findings.damaged} cannot be read: their record is damaged.`)] : []),
  ];
}

/** A recommendation to accept, or a look that is due. */
function waits({ lookAt, status }: Summary, now: number): boolean {
  return status === 'proposed' || (lookAt !== null && lookAt <= now);
}
