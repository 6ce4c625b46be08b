// Random workflows for property tests: every shape that the types allow, within the limits.
import fc from 'fast-check';
import { cleanText } from '../../../src/domain/workflow/clean-text.ts';
import type { Branch, Step, Workflow } from '../../../src/domain/workflow/workflow.ts';

const plainWord = fc.constantFrom(
  'authorise',
  'card',
  'reserve',
  'stock',
  'ship',
  'order',
  'send',
  'letter',
  'check',
  'customer',
);
const plainText = fc.array(plainWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const wildText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '<b>&"\'</b>',
      'a / undo: b',
      'if x -> end',
      '1',
      'step 2',
      '"',
      '\\',
      'then',
      'W'.repeat(200),
      '支付服务',
      'خدمة',
    ),
  )
  .map((text) => cleanText(text, 40) || 'x');

/** Texts that a person might type, and texts that try to break something. */
const anyText = fc.oneof({ weight: 2, arbitrary: plainText }, { weight: 1, arbitrary: wildText });

type Shape = {
  readonly minSteps?: number;
  readonly maxSteps?: number;
  readonly maxServices?: number;
  readonly text?: fc.Arbitrary<string>;
};

/** A workflow of up to 25 steps by up to 12 services. */
export function anyWorkflow(shape: Shape = {}): fc.Arbitrary<Workflow> {
  const { minSteps = 2, maxSteps = 25, maxServices = 12, text = anyText } = shape;
  const fold = (name: string) => name.toLowerCase().replace(/\s+/gu, ' ').trim();
  return fc
    .uniqueArray(text, { minLength: Math.min(2, maxServices), maxLength: maxServices, selector: fold })
    .chain((services) =>
      fc
        .array(anyStep(services, text), { minLength: minSteps, maxLength: maxSteps })
        .map((seeds) => ({ steps: seeds.map((seed, place) => placed(seed, place, seeds.length)) })),
    );
}

type Seed = Omit<Step, 'id' | 'waitsFor' | 'branches'> & {
  readonly waits: readonly number[] | undefined;
  readonly ways: readonly (Exclude<Branch, { leads: 'step' }> | { when: string; leads: 'step'; ahead: number })[];
};

function anyStep(services: readonly string[], text: fc.Arbitrary<string>): fc.Arbitrary<Seed> {
  const way = fc.oneof(
    fc.record({ when: text, leads: fc.constant('undo' as const) }),
    fc.record({ when: text, leads: fc.constant('end' as const) }),
    fc.record({ when: text, leads: fc.constant('step' as const), ahead: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      when: text,
      leads: fc.constant('action' as const),
      service: fc.constantFrom(...services),
      action: text,
    }),
  );
  return fc.record(
    {
      service: fc.constantFrom(...services),
      action: text,
      person: fc.boolean(),
      optional: fc.boolean(),
      waits: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), { nil: undefined }),
      ways: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(way, { maxLength: 3 }) },
      ),
      undo: text,
      event: text,
      deadline: text.map((value) => cleanText(value, 40)),
    },
    { requiredKeys: ['service', 'action', 'person', 'optional', 'waits', 'ways'] },
  );
}

function placed(seed: Seed, place: number, count: number): Step {
  const { waits, ways, ...rest } = seed;
  const before =
    waits === undefined ? (place === 0 ? [] : [place - 1]) : waits.map((back) => place - back).filter((at) => at >= 0);
  const branches = ways.flatMap((way): Branch[] => {
    if (way.leads !== 'step') return [way];
    const to = place + way.ahead;
    return to < count ? [{ when: way.when, leads: 'step', step: `s${to + 1}` }] : [];
  });
  return { ...rest, id: `s${place + 1}`, waitsFor: before.map((at) => `s${at + 1}`), branches };
}
