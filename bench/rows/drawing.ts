// How long it takes to draw a workflow, in one style and the other, and how long the thread that acknowledges clicks is held up by it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createDrawer } from '../../src/diagrams/drawer.ts';
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import { line, type Measurement } from '../row.ts';
import { quantile } from '../statistics.ts';

const ROW = 'drawing';
const STEPS = 12;
const DRAWINGS = 60;
const WARM_UP = 4;

/** See the top of the file. */
export const drawing: Measurement = {
  rows: [ROW],
  async measure() {
    const drawer = createDrawer();
    const { workflow } = parseWorkflow(steps());
    const look = { theme: 'light', width: 'narrow' } as const;
    const draw = (index: number) => {
      const style = index % 2 === 0 ? 'orchestrated' : 'choreographed';
      return drawer.draw({ workflow, title: 'Order fulfilment', style }, look);
    };
    try {
      for (let index = 0; index < WARM_UP; index += 1) await draw(index);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const times: number[] = [];
      for (let index = 0; index < DRAWINGS; index += 1) {
        const began = performance.now();
        await draw(index);
        times.push(performance.now() - began);
      }
      delay.disable();
      return [
        line(ROW, {
          measured: quantile(times, 0.95),
          unit: 'ms',
          budget: { of: 'measured', is: 'below', limit: 500 },
          how: `95th percentile of ${DRAWINGS} drawings of ${STEPS} steps, in one style and the other in turn, all pictures of it as SVG and PNG, after ${WARM_UP} to warm up, off the thread that acknowledges clicks; median ${Math.round(quantile(times, 0.5))} ms; that thread was meanwhile late by ${(delay.percentile(99) / 1e6).toFixed(1)} ms at the 99th percentile`,
        }),
      ];
    } finally {
      await drawer.close();
    }
  },
};

/** Twelve steps in eight services, with undos, joins, deadlines and branches. */
function steps(): string {
  return Array.from({ length: STEPS }, (_, index) => {
    const undo = index % 2 === 0 ? ` / undo: take back part ${index + 1}` : '';
    const join = index % 4 === 3 ? ` / waits for ${index} and ${index - 1}` : '';
    const late = index % 5 === 2 ? ' / deadline: 2 days / if refused -> undo' : '';
    return `Service ${(index * 5) % 8}: handle part ${index + 1}${undo}${join}${late}`;
  }).join('\n');
}
