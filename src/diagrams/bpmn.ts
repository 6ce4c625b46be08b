// The BPMN 2.0 documents of a workflow.
import { choreographedBpmn } from './bpmn-choreographed.ts';
import { orchestratedBpmn } from './bpmn-orchestrated.ts';
import { writeBpmn } from './bpmn-xml.ts';
import { lookUp, type View } from './view.ts';

/**
 * BPMN 2.0 XML with layout. Orchestrated: one process with compensation, shaped like an executable one (how long a
 * deadline is stays in words where it is no duration). Choreographed: a collaboration with message flows. BPMN has no
 * form for a hybrid, so one is written as its orchestrated process.
 */
export function bpmnOf(view: View): string {
  const lookup = lookUp(view);
  return writeBpmn(view.style === 'choreographed' ? choreographedBpmn(lookup) : orchestratedBpmn(lookup));
}
