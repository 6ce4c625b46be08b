// A step as a choice in a modal.
import type { PlainTextOption } from '@slack/types';
import type { Step } from '../../domain/workflow/workflow.ts';
import { choice } from './modal.ts';

/** `3. Payments: authorise card`; its value is the step's id. `place` counts from 0. */
export function stepChoice({ id, service, action }: Step, place: number): PlainTextOption {
  return choice(`${place + 1}. ${service}: ${action}`, id);
}
