// Chooses two candidate tools from the table: computed from answers, never guessed (issue 5, What next).
import { type Fit, ownedQuestionId, type Tool, type ToolAnswers, type ToolTable } from './tools.ts';

/** How many candidates are named, and how many changes of an answer. */
const CANDIDATES = 2;
const MOST_CHANGES = 3;

/** Why a tool stands where it does: what it says about one answer. */
export type ToolReason = { readonly question: string; readonly option: string; readonly fit: Fit };

/** A tool with its points and the reason that sets it apart; no reason while nothing is answered. */
export type Candidate = { readonly tool: Tool; readonly points: number; readonly reason: ToolReason | null };

/** Another answer that would name other candidates. */
export type ToolChange = {
  readonly question: string;
  readonly option: string;
  readonly candidates: readonly string[];
};

/** What comes next for an orchestrated or hybrid decision. */
export type WhatNext = {
  /** At most two, of the framework's own list, the best first. */
  readonly candidates: readonly Candidate[];
  /** A tool outside that list which fits better than the second candidate; a third line at most. */
  readonly outside: Candidate | null;
  /** The others, each with why it fell out. */
  readonly fellOut: readonly Candidate[];
  /** The engine already owned, if it is in the table, and whether its bonus changed the candidates. */
  readonly owned: { readonly tool: Tool; readonly bias: number; readonly decisive: boolean } | null;
  /** At most three single answers that would name other candidates. */
  readonly wouldChange: readonly ToolChange[];
};

/** Chooses from a table. Pure: the same answers and table give the same tools, in the same order. */
export function chooseTools(table: ToolTable, answers: ToolAnswers): WhatNext {
  const ranked = rank(table, answers);
  const candidates = candidatesOf(ranked);
  const outside = outsideOf(ranked, candidates);
  const named = new Set([...candidates, ...(outside === null ? [] : [outside])].map(({ tool }) => tool.id));
  const told = (scored: Scored): Candidate => ({ ...scored, reason: bestReason(scored.tool, table, answers) });
  const owned = table.tools.find(({ id }) => id === answers[ownedQuestionId]) ?? null;
  return {
    candidates: candidates.map(told),
    outside: outside === null ? null : told(outside),
    fellOut: ranked
      .filter(({ tool }) => !named.has(tool.id))
      .map((scored) => ({ ...scored, reason: worstReason(scored.tool, table, answers) })),
    owned: owned === null ? null : { tool: owned, bias: table.bias, decisive: isDecisive(table, answers) },
    wouldChange: changes(table, answers),
  };
}

type Scored = { readonly tool: Tool; readonly points: number; readonly possible: boolean };

/** Possible tools before impossible ones, more points before fewer, then the order of the table. */
function rank(table: ToolTable, answers: ToolAnswers): readonly Scored[] {
  return table.tools
    .map((tool) => {
      const fits = reasonsFor(tool, table, answers).map(({ fit }) => fit);
      const bonus = answers[ownedQuestionId] === tool.id ? table.bias : 0;
      const points = fits.reduce((sum, { score }) => sum + score, bonus);
      return { tool, points, possible: !fits.some(({ rulesOut }) => rulesOut) };
    })
    .toSorted((one, other) => Number(other.possible) - Number(one.possible) || other.points - one.points);
}

function candidatesOf(ranked: readonly Scored[]): readonly Scored[] {
  return ranked.filter(({ tool, possible }) => possible && tool.inFramework).slice(0, CANDIDATES);
}

function outsideOf(ranked: readonly Scored[], candidates: readonly Scored[]): Scored | null {
  const best = ranked.find(({ tool, possible }) => possible && !tool.inFramework);
  const second = candidates[CANDIDATES - 1];
  if (best === undefined) return null;
  return second === undefined || best.points > second.points ? best : null;
}

/** What a tool says about each answer given, in the order of the questions. */
function reasonsFor(tool: Tool, table: ToolTable, answers: ToolAnswers): readonly ToolReason[] {
  return table.questions.flatMap(({ id }): readonly ToolReason[] => {
    const option = answers[id];
    const fit = option === undefined ? undefined : tool.fit[id]?.[option];
    return option === undefined || fit === undefined ? [] : [{ question: id, option, fit }];
  });
}

/** How much better a tool fits an answer than tools do on average. */
function lead({ question, option, fit }: ToolReason, { tools }: ToolTable): number {
  const scores = tools.map((tool) => tool.fit[question]?.[option]?.score ?? 0);
  return fit.score - scores.reduce<number>((sum, score) => sum + score, 0) / tools.length;
}

function bestReason(tool: Tool, table: ToolTable, answers: ToolAnswers): ToolReason | null {
  const reasons = reasonsFor(tool, table, answers);
  return reasons.toSorted((one, other) => lead(other, table) - lead(one, table))[0] ?? null;
}

/** What ruled it out, else where it falls furthest behind. */
function worstReason(tool: Tool, table: ToolTable, answers: ToolAnswers): ToolReason | null {
  const reasons = reasonsFor(tool, table, answers);
  const ruledOut = reasons.find(({ fit }) => fit.rulesOut);
  return ruledOut ?? reasons.toSorted((one, other) => lead(one, table) - lead(other, table))[0] ?? null;
}

function namesFor(table: ToolTable, answers: ToolAnswers): readonly string[] {
  return candidatesOf(rank(table, answers)).map(({ tool }) => tool.id);
}

function isDecisive(table: ToolTable, answers: ToolAnswers): boolean {
  return namesFor({ ...table, bias: 0 }, answers).join() !== namesFor(table, answers).join();
}

/** The nearest changes: one a question before a second of the same. The engine owned is a fact, not a wish. */
function changes(table: ToolTable, answers: ToolAnswers): readonly ToolChange[] {
  const now = namesFor(table, answers).toSorted().join();
  const byQuestion = table.questions
    .filter(({ id }) => id !== ownedQuestionId && answers[id] !== undefined)
    .map(({ id, options }) =>
      options
        .filter((option) => option.id !== answers[id])
        .map((option) => ({
          question: id,
          option: option.id,
          candidates: namesFor(table, { ...answers, [id]: option.id }),
        }))
        .filter(({ candidates }) => candidates.toSorted().join() !== now),
    );
  const firsts = byQuestion.flatMap((found) => found.slice(0, 1));
  return [...firsts, ...byQuestion.flatMap((found) => found.slice(1))].slice(0, MOST_CHANGES);
}
