// Finds the step that a person means by its number, its service or its action.
import type { Step } from './workflow.ts';

type Named = Pick<Step, 'service' | 'action'>;

/**
 * The place (from 0) of the step meant by `name`: its number, `step 3`, exactly its action or its service, or the
 * beginning of its action. Of several, the one nearest to the end of `steps`. Undefined when none is meant.
 */
export function findStep(steps: readonly Named[], name: string): number | undefined {
  const number = stepNumber(name);
  if (number !== undefined) return number >= 1 && number <= steps.length ? number - 1 : undefined;
  const wanted = fold(name);
  const exact = steps.findLastIndex((step) => fold(step.action) === wanted || fold(fullName(step)) === wanted);
  if (exact !== -1) return exact;
  const byService = steps.findLastIndex((step) => fold(step.service) === wanted);
  if (byService !== -1) return byService;
  const begins = steps.findLastIndex((step) => fold(step.action).startsWith(wanted));
  return begins === -1 ? undefined : begins;
}

/** The number of a step, from 1, where a person means it by its number: `3`, `step 3`, `#3`. */
export function stepNumber(name: string): number | undefined {
  const number = /^(?:step\s*)?#?(\d{1,3})\.?$/iu.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** `Payments: authorise card` */
function fullName(step: Named): string {
  return `${step.service}: ${step.action}`;
}

/** Folds away what people do not mean when they write a name twice. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}
