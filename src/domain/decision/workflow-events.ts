// What can happen to the steps a decision is about.
import { z } from 'zod';
import { stepIdPattern, workflowLimits } from '../workflow/workflow.ts';
import { stamp, wordRefSchema } from './refs.ts';

/** A step's id, as in `domain/workflow`: stays with its step when the others are edited. */
export const stepIdSchema = z.string().regex(stepIdPattern);

const stepIdsSchema = z.array(stepIdSchema).min(1).max(workflowLimits.steps);

export const workflowEvents = [
  /**
   * The steps were given or edited. `workflow` points at their text (`formatWorkflow`), since names are words people
   * wrote; `steps` are the ids of its lines, in order, so that a step is known to be the same one after an edit.
   */
  z.object({ ...stamp, type: z.literal('WorkflowSet'), workflow: wordRefSchema, steps: stepIdsSchema }),
  /** Which steps belong to the part that question 5c names: what a split gives a coordinator. */
  z.object({ ...stamp, type: z.literal('PartStepsChosen'), steps: stepIdsSchema }),
  /** A change was tried on the drawings. `whatIf` points at its words. */
  z.object({ ...stamp, type: z.literal('WhatIfTried'), whatIf: wordRefSchema }),
] as const;
