// What a measurement is: a row with its figure, its yardstick and its budget, printed as one line of JSON.

/** A budget of design.md §8: the figure, or its ratio to the yardstick, must stay on the right side of the limit. */
type Budget = {
  readonly of: 'measured' | 'ratio';
  readonly is: 'at most' | 'at least' | 'below';
  readonly limit: number;
};

/** What a row found. `how` says how it was measured, with whatever else is needed to read the figure. */
type Finding = {
  readonly measured: number;
  readonly unit: string;
  /** The same thing measured in the same run without Downbeat. */
  readonly yardstick?: number;
  readonly budget: Budget;
  readonly how: string;
};

/** One line of output. */
export type Line = {
  readonly row: string;
  readonly measured: number;
  readonly unit: string;
  readonly yardstick?: number;
  /** `measured` divided by `yardstick`. */
  readonly ratio?: number;
  readonly budget: string;
  readonly ok: boolean;
  readonly how: string;
};

/** A measurement that can be asked for by name. One measurement may fill several rows. */
export type Measurement = { readonly rows: readonly string[]; measure(): Promise<readonly Line[]> };

/** The line for a finding. Figures are rounded to three decimals. */
export function line(row: string, { measured, unit, yardstick, budget, how }: Finding): Line {
  const ratio = yardstick === undefined ? undefined : measured / yardstick;
  const judged = budget.of === 'ratio' ? (ratio ?? Number.NaN) : measured;
  return {
    row,
    measured: rounded(measured),
    unit,
    ...(yardstick === undefined || ratio === undefined ? {} : { yardstick: rounded(yardstick), ratio: rounded(ratio) }),
    budget: `${budget.of === 'ratio' ? 'ratio ' : ''}${budget.is} ${budget.limit}`,
    ok: holds(budget, judged),
    how,
  };
}

function holds({ is, limit }: Budget, judged: number): boolean {
  switch (is) {
    case 'at most':
      return judged <= limit;
    case 'at least':
      return judged >= limit;
    case 'below':
      return judged < limit;
    default:
      return is satisfies never;
  }
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
