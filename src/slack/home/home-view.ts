// The Home tab: what waits for me, my decisions, and the way to a new one.
import type { HomeView, KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/decision/refs.ts';
import type { Summary } from '../../domain/decision/summary.ts';
import type { Wait } from '../../domain/decision/waits.ts';
import { actions, button, context, divider, header, section } from '../cards/blocks.ts';
import { actionIds } from '../ids.ts';
import { decisionLine } from '../lists/decision-line.ts';
import type { Findings, FoundDecision } from '../lists/find-decisions.ts';

/** Decisions shown under each heading; more are counted. */
const shown = 15;

/** What the tab is made from; `findings` is null while nobody can say what the person may see. */
export type HomeInput = {
  readonly person: PersonId;
  readonly findings: Findings | null;
  readonly workspaceUrl: string;
  readonly now: number;
};

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

function lists({ findings, now, person, workspaceUrl }: HomeInput): readonly KnownBlock[] {
  if (findings === null)
    return [section('Slack does not say at the moment which channels you are in, so nothing is shown here.')];
  const waiting = findings.found.filter(({ summary }) => reasons(summary, person, now).length > 0);
  const others = findings.found.filter(({ summary }) => reasons(summary, person, now).length === 0);
  const lines = (some: readonly FoundDecision[]) => {
    const more = some.length - shown;
    return [
      ...some.slice(0, shown).flatMap((decision) => {
        const why = reasons(decision.summary, person, now);
        const line = section(decisionLine(decision, { workspaceUrl, now, reader: person }));
        return why.length === 0 ? [line] : [line, context(why.join(' '))];
      }),
      ...(more > 0 ? [context(`and ${more} more: /decide search finds them`)] : []),
    ];
  };
  return [
    header('Waits for you'),
    ...(waiting.length === 0 ? [context('Nothing waits for you.')] : lines(waiting)),
    divider(),
    header('Your decisions'),
    ...(others.length === 0 ? [context('None besides. You own a decision you start, or take over.')] : lines(others)),
    ...(findings.damaged > 0 ? [context(`${findings.damaged} cannot be read: their record is damaged.`)] : []),
  ];
}

const waitWords = {
  answer: 'Your answers are still to come: *My answers* in the thread.',
  'find-out': 'You find out an answer: tell it in the thread once you know.',
  'name-finder': 'Whoever was to find out an answer is no longer here: say in the thread who else can.',
  settle: 'It is yours to settle, in the thread.',
} as const satisfies Readonly<Record<Wait['why'], string>>;

/** Why a decision waits for a person, in words; none where it does not. A look is due by the time alone. */
function reasons({ lookAt, owner, waits }: Summary, person: PersonId, now: number): readonly string[] {
  const own = waits.filter((wait) => wait.person === person).map(({ why }) => waitWords[why]);
  const isDue = owner === person && lookAt !== null && lookAt <= now;
  return isDue ? [...own, 'It is due for a look: the reminder in your messages asks.'] : own;
}
