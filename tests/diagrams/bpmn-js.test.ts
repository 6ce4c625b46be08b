// bpmn-js, the viewer inside Camunda Modeler, opens every diagram in a browser and has nothing to complain about.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bpmnOf } from '../../src/diagrams/bpmn.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { samples } from './samples.ts';

const executable = await findChromium();
const viewer = fileURLToPath(import.meta.resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js'));

type Shown = { readonly warnings: readonly string[]; readonly shapes: number; readonly connections: number };

describe.skipIf(executable === undefined)('bpmn-js', () => {
  let browser: Browser;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium(executable);
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.setContent('<div id="canvas" style="height:100vh"></div>');
    await page.addScriptTag({ path: viewer });
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Opens a document in the viewer and counts what it drew. */
  function show(xml: string): Promise<Shown> {
    const script = `(async () => {
      document.querySelector('#canvas').replaceChildren();
      const view = new BpmnJS({ container: '#canvas' });
      const { warnings } = await view.importXML(${JSON.stringify(xml)});
      view.get('canvas').zoom('fit-viewport');
      const all = view.get('elementRegistry').filter((element) => element.type !== 'label');
      return {
        warnings: warnings.map((warning) => warning.message),
        shapes: all.filter((element) => element.width !== undefined).length,
        connections: all.filter((element) => element.waypoints !== undefined).length,
      };
    })()`;
    return page.evaluate<Shown>(script);
  }

  test.each(samples)('shows $name in every style without a warning', async ({ name, title, workflow, part }) => {
    const steps = part ?? workflow.steps.filter((_, place) => place % 3 === 1).map(({ id }) => id);
    for (const style of ['orchestrated', 'choreographed', 'hybrid'] as const) {
      const xml = bpmnOf({ workflow, title, style, part: { name: 'the part', steps } });
      const shown = await show(xml);
      expect(shown).toEqual({
        warnings: [],
        shapes: xml.match(/<bpmndi:BPMNShape /g)?.length,
        connections: xml.match(/<bpmndi:BPMNEdge /g)?.length,
      });
      const folder = process.env.SCREENSHOTS;
      if (folder !== undefined) await page.screenshot({ path: `${folder}/bpmn-${name}-${style}.png` });
    }
    expect(said).toEqual([]);
  });
});
