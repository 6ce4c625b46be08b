// Mermaid: what is written parses with Mermaid's own parser, whatever people typed.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mermaidOf } from '../../src/diagrams/mermaid.ts';
import type { DrawnStyle } from '../../src/domain/workflow/workflow.ts';
import { anyWorkflow } from '../domain/workflow/arbitrary-workflow.ts';
import { samples } from './samples.ts';

const styles: readonly DrawnStyle[] = ['orchestrated', 'choreographed', 'hybrid'];
type Parse = (text: string) => Promise<unknown>;
let parse: Parse;

beforeAll(async () => {
  // Mermaid asks for a document when it is loaded, even to parse.
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  parse = (text) => mermaid.parse(text);
});
afterAll(() => {
  for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
});

describe.each(styles)('%s', (style) => {
  test.each(samples)('$name parses as a sequence diagram', async ({ title, workflow, part }) => {
    const text = mermaidOf({ workflow, title, style, part: { name: 'the part', steps: part ?? [] } });
    await expect(parse(text)).resolves.toMatchObject({ diagramType: 'sequence' });
  });
});

test('any workflow parses in any style', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkflow({ maxSteps: 10 }), fc.constantFrom(...styles), async (workflow, style) => {
      const text = mermaidOf({
        workflow,
        title: 'Order fulfilment',
        style,
        part: { name: 'the part', steps: ['s1', 's3'] },
      });
      await expect(parse(text)).resolves.toMatchObject({ diagramType: 'sequence' });
    }),
    { numRuns: 20 },
  );
});

test('a text that is no diagram is refused, so the parser does look', async () => {
  await expect(parse('sequenceDiagram\n    p0 says hello')).rejects.toThrow();
});
