// The port to the budget of answers a model writes, shared by all processes.

/** Who asks, and where. */
export type Asker = {
  readonly team: string;
  readonly person: string;
  /** Where, in one word: `channel:ts`, or what stands for a thread. */
  readonly thread: string;
};

/** What is counted: answers of a thread, of a person, of the workspace. */
export const budgetScopes = ['thread', 'person', 'workspace'] as const;
export type BudgetScope = (typeof budgetScopes)[number];

/** At most so many in a minute and in a day. */
export type BudgetLimits = Readonly<Record<BudgetScope, { readonly minute: number; readonly day: number }>>;

/** Taken, or the scope that has nothing left. */
export type BudgetTaken =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly scope: BudgetScope;
      /** Milliseconds until it is worth asking again. */
      readonly wait: number;
    };

/** The budget. */
export type AnswerBudget = {
  /** Takes one from every scope, or none. `now` is in milliseconds; windows are whole minutes and days of UTC. */
  take(asker: Asker, now: number): Promise<BudgetTaken>;
};

/** Generous for people, tight for loops: a person asks a handful a minute, a busy workspace some hundreds a day. */
export const defaultBudget: BudgetLimits = {
  thread: { minute: 6, day: 100 },
  person: { minute: 6, day: 150 },
  workspace: { minute: 40, day: 2_000 },
};

/** The two windows a moment lies in: their names and when they end. */
export function windowsAt(
  now: number,
): readonly { readonly span: 'minute' | 'day'; readonly number: number; readonly ends: number }[] {
  return (
    [
      ['minute', 60_000],
      ['day', 86_400_000],
    ] as const
  ).map(([span, length]) => {
    const number = Math.floor(now / length);
    return { span, number, ends: (number + 1) * length };
  });
}
