// The published JSON form of a workflow: what exports contain and what comes in from outside is checked against.
import { z } from 'zod';
import { cleanText, MOST_UNITS } from './clean-text.ts';
import { servicesOf, stepIdPattern, type Workflow, workflowLimits } from './workflow.ts';

/** Only clean text is valid, so that a workflow read back is the one that was written. */
function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max * MOST_UNITS)
    .refine((value) => cleanText(value, max) === value, 'must be one line without control characters');
}

const stepId = z.string().regex(stepIdPattern);
const when = text(workflowLimits.text).describe('The condition, as a person would say it: refused');

const branch = z.discriminatedUnion('leads', [
  z.strictObject({ when, leads: z.literal('undo') }).describe('What was done so far is taken back'),
  z.strictObject({ when, leads: z.literal('end') }).describe('The workflow ends here'),
  z.strictObject({ when, leads: z.literal('step'), step: stepId }).describe('It goes on at a later step'),
  z
    .strictObject({
      when,
      leads: z.literal('action'),
      service: text(workflowLimits.service),
      action: text(workflowLimits.text),
    })
    .describe('A service does something else and the workflow ends'),
]);

const step = z.strictObject({
  id: stepId,
  service: text(workflowLimits.service).describe('Who does it'),
  action: text(workflowLimits.text).describe('What is done'),
  event: text(workflowLimits.text).exactOptional().describe('What is published when it is done'),
  undo: text(workflowLimits.text).exactOptional().describe('What takes the step back'),
  waitsFor: z
    .array(stepId)
    .max(workflowLimits.steps)
    .describe('Earlier steps whose result is needed; none: from the start'),
  deadline: text(workflowLimits.deadline).exactOptional().describe('How long it may take, in words'),
  person: z.boolean().describe('A person does it'),
  optional: z.boolean().describe('No promise depends on it'),
  branches: z.array(branch).max(workflowLimits.branches),
});

/** The JSON form. `docs/schemas/workflow.schema.json` is made from it. References are checked by `readWorkflow`. */
export const workflowSchema = z
  .strictObject({
    format: z.literal('downbeat-workflow-1'),
    steps: z.array(step).max(workflowLimits.steps).describe('In the order they usually happen'),
  })
  .describe('A workflow between services, as Downbeat draws it');

/** The JSON form of a workflow, ready for `JSON.stringify`. */
export type WorkflowJson = z.infer<typeof workflowSchema>;

/** Writes the published form. */
export function writeWorkflow(workflow: Workflow): WorkflowJson {
  return {
    format: 'downbeat-workflow-1',
    steps: workflow.steps.map((each) => ({
      ...each,
      waitsFor: [...each.waitsFor],
      branches: each.branches.map((one) => ({ ...one })),
    })),
  };
}

/** Reads the published form; a refusal names the first place that is wrong, in words. */
export function readWorkflow(
  json: unknown,
): { readonly ok: true; readonly workflow: Workflow } | { readonly ok: false; readonly refusal: string } {
  const parsed = workflowSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, refusal: `${issue?.path.join('.') || 'the workflow'}: ${issue?.message ?? 'not understood'}` };
  }
  const workflow: Workflow = { steps: parsed.data.steps };
  const wrong = misplacedReference(workflow);
  return wrong === undefined ? { ok: true, workflow } : { ok: false, refusal: wrong };
}

function misplacedReference(workflow: Workflow): string | undefined {
  if (servicesOf(workflow).length > workflowLimits.services)
    return `steps: more than ${workflowLimits.services} services`;
  const place = new Map(workflow.steps.map((each, index) => [each.id, index]));
  if (place.size !== workflow.steps.length) return 'steps: two steps have the same id';
  for (const [index, each] of workflow.steps.entries()) {
    if (new Set(each.waitsFor).size !== each.waitsFor.length) return `${each.id}: waits twice for the same step`;
    const late = each.waitsFor.find((id) => (place.get(id) ?? index) >= index);
    if (late !== undefined) return `${each.id}: waits for ${late}, which is not an earlier step`;
    const back = each.branches.find((one) => one.leads === 'step' && (place.get(one.step) ?? 0) <= index);
    if (back !== undefined) return `${each.id}: the branch "if ${back.when}" does not lead to a later step`;
  }
  return undefined;
}
