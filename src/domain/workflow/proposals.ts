// From what was counted to answers that a person may confirm (scoring.md §2).
import { unknownOption } from '../framework.ts';
import type { Facts } from './facts.ts';
import { servicesBack } from './situations.ts';
import { changeInWords, many, namesOf } from './wording.ts';
import type { Part, Workflow } from './workflow.ts';

/** The questions that a drawing can answer. */
type CountedQuestion = '2c' | '3a' | '3b' | '3c' | '4c';

/** An answer that the counting suggests. It is recorded only when a person confirms it. */
export type Proposal = {
  readonly question: CountedQuestion;
  /** The option's id in the framework. */
  readonly option: string;
  /** What was counted, as one or two sentences. */
  readonly counted: string;
};

/** A recorded answer that the drawing does not bear out. */
export type Disagreement = {
  readonly question: CountedQuestion;
  readonly recorded: string;
  readonly proposal: Proposal;
};

/** The recorded answers by question id; "don't know" is left out or `unknown`. */
export type Choices = Readonly<Record<string, string | undefined>>;

/**
 * What the counts suggest for 2c, 3a, 3b, 3c and 4c. Where nothing needs undoing, 3b and 3c are not asked.
 * 4c counts the change that 4b names in `choices`, the insertion of a step where 4b is not answered.
 */
export function proposeAnswers(facts: Facts, choices: Choices = {}): readonly Proposal[] {
  if (facts.steps === 0) return [];
  const undoing = facts.situations.length === 0 ? [] : [reach(facts), hops(facts)];
  return [complexity(facts), situations(facts), ...undoing, ...change(facts, choices['4b'])];
}

/** Where recorded answers and the counting differ; what nobody has answered cannot disagree. */
export function compareWithAnswers(proposals: readonly Proposal[], choices: Choices): readonly Disagreement[] {
  return proposals.flatMap((proposal) => {
    const recorded = choices[proposal.question];
    if (recorded === undefined || recorded === unknownOption || recorded === proposal.option) return [];
    return [{ question: proposal.question, recorded, proposal }];
  });
}

/**
 * The steps that a part named by a person (question 5c) probably means: those whose service or action it mentions,
 * else those that can be undone, have a deadline or a branch, else all that are not optional.
 */
export function guessPart(workflow: Workflow, name: string): Part {
  const words = new Set(wordsOf(name));
  const mentioned = workflow.steps.filter((step) =>
    wordsOf(`${step.service} ${step.action}`).some((word) => words.has(word)),
  );
  const risky = workflow.steps.filter(
    (step) => step.undo !== undefined || step.deadline !== undefined || step.branches.length > 0,
  );
  const required = workflow.steps.filter((step) => !step.optional);
  const chosen = [mentioned, risky, required].find((steps) => steps.length > 0) ?? [];
  return { name, steps: chosen.map((step) => step.id) };
}

/** Words that carry a meaning, cut to their stem-like beginning so that `payments` meets `payment`. */
function wordsOf(text: string): readonly string[] {
  const small = new Set(['and', 'the', 'part', 'step', 'steps', 'with', 'from', 'into', 'for', 'service']);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !small.has(word) && (word.length > 2 || /[^\p{ASCII}]/u.test(word)))
    .map((word) => word.slice(0, 6));
}

function complexity(facts: Facts): Proposal {
  const counts = [facts.joins.length, facts.deadlines.length, facts.people.length, facts.branchPoints.length];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const [joins = 0, deadlines = 0, people = 0, points = 0] = counts;
  const list = `${many(joins, 'join')}, ${many(deadlines, 'deadline')}, ${many(people, 'wait for a person', 'waits for people')} and ${many(points, 'branch point')}`;
  return {
    question: '2c',
    option: bucket(total, ['simple', 'some', 'complex']),
    counted: `I count ${list}: ${total} together.`,
  };
}

function situations(facts: Facts): Proposal {
  const { length } = facts.situations;
  const option = length === 0 ? 'none' : length < 3 ? 'few' : 'several';
  const places = [...new Set(facts.situations.map((each) => `“${each.step.action}”`))];
  const counted =
    length === 0
      ? 'No step has anything before it that would have to be taken back.'
      : `${many(length, 'situation')} ${length === 1 ? 'needs' : 'need'} earlier work undone: something goes wrong at ${places.join(', ')}.`;
  return { question: '3a', option, counted };
}

function reach(facts: Facts): Proposal {
  const { most, services } = facts.reach;
  const names = services.length === 0 ? '' : ` (${services.join(', ')})`;
  const counted = `The furthest one reaches ${many(most, 'other service')}${names}. If an undo means a refund, a letter or the like, choose the wide answer.`;
  return { question: '3b', option: bucket(most, ['local', 'neighbour', 'wide']), counted };
}

function hops(facts: Facts): Proposal {
  const longest = facts.situations.find((each) => servicesBack(each).length === facts.hopsBack);
  const where = longest === undefined ? '' : ` when “${longest.step.action}” goes wrong`;
  const option = facts.hopsBack >= 3 ? '3+' : facts.hopsBack === 2 ? '2' : '0-1';
  return {
    question: '3c',
    option,
    counted: `At most ${many(facts.hopsBack, 'other service')} must act to take things back${where}.`,
  };
}

function change(facts: Facts, plausible: string | undefined): readonly Proposal[] {
  const kinds = plausible === 'reactors' ? ['react'] : plausible === 'replace' ? ['replace'] : ['insert'];
  const wanted = facts.whatIfs.find((each) => kinds.includes(each.change.kind));
  if (wanted === undefined) return [];
  const { choreographed, orchestrated } = wanted;
  const count = choreographed.deployments;
  const counted = `Choreographed, ${changeInWords(wanted)} touches ${many(count, 'deployed service')} (${namesOf(choreographed)}); orchestrated, ${orchestrated.deployments} (${namesOf(orchestrated)}).`;
  return [{ question: '4c', option: count <= 1 ? 'one' : count === 2 ? 'two' : 'several', counted }];
}

function bucket(count: number, [none, one, more]: readonly [string, string, string]): string {
  return count === 0 ? none : count === 1 ? one : more;
}
