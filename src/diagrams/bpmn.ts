// The BPMN 2.0 documents of a workflow.
import { choreographedBpmn } from './bpmn-choreographed.ts';
import { hybridBpmn } from './bpmn-hybrid.ts';
import type { Bpmn } from './bpmn-model.ts';
import { orchestratedBpmn } from './bpmn-orchestrated.ts';
import { writeBpmn } from './bpmn-xml.ts';
import { type Lookup, lookUp, type View } from './view.ts';

/**
 * BPMN 2.0 XML with layout. Orchestrated: one process with compensation, shaped like an executable one (how long a
 * deadline is stays in words where it is no duration). Choreographed: a collaboration with message flows. Hybrid: a
 * collaboration too, in which the part is one pool with such a process; a part of no steps, or of all, is no split.
 */
export function bpmnOf(view: View): string {
  const lookup = lookUp(view);
  return writeBpmn(diagramOf(lookup));
}

function diagramOf(lookup: Lookup): Bpmn {
  const { steps } = lookup.workflow;
  const led = steps.filter(lookup.isCoordinated).length;
  if (led === steps.length) return orchestratedBpmn(lookup);
  return led === 0 ? choreographedBpmn(lookup) : hybridBpmn(lookup);
}
