// What next: two candidates from the table, and why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTools } from '../../../src/domain/what-next/choose-tools.ts';
import type { ToolAnswers } from '../../../src/domain/what-next/tools.ts';
import { loadPassages } from '../../../src/knowledge/load-passages.ts';
import { loadChecklist, loadTools } from '../../../src/knowledge/load-tools.ts';
import { forAll } from '../../support/for-all.ts';

const passages = new Set(loadPassages().passages.map(({ id }) => id));
const table = loadTools(passages);
const answers: fc.Arbitrary<ToolAnswers> = fc
  .tuple(...table.questions.map(({ id, options }) => fc.option(fc.constantFrom(...options.map((one) => [id, one.id])))))
  .map((given) => Object.fromEntries(given.filter((answer) => answer !== null)));
const namesOf = (given: ToolAnswers) => chooseTools(table, given).candidates.map(({ tool }) => tool.id);

describe('the table', () => {
  it('has the seven tools of the framework’s source, and says which are outside of it', () => {
    expect(table.tools.filter(({ inFramework }) => inFramework).length).toBe(7);
    expect(table.tools.filter(({ inFramework }) => !inFramework).map(({ id }) => id)).toEqual([
      'temporal',
      'lambda-durable',
    ]);
    expect(table.questions[0]?.id).toBe('owned');
  });

  it('has a checklist for choreographies with its passages', () => {
    const items = loadChecklist(passages);
    for (const wanted of ['correlation-id', 'outbox', 'absence-monitoring', 'schema-ownership'])
      expect(items.map(({ id }) => id)).toContain(wanted);
  });

  it('is refused when a citation leads nowhere', () => {
    expect(() => loadTools(new Set())).toThrow('there is no passage');
    expect(() => loadChecklist(new Set())).toThrow('there is no passage');
  });
});

describe('choosing', () => {
  it('names at most two candidates of the framework’s list, none of them ruled out, and accounts for every tool', () => {
    forAll(
      fc.property(answers, (given) => {
        const next = chooseTools(table, given);
        expect(next.candidates.length).toBeLessThanOrEqual(2);
        const all = [...next.candidates, ...(next.outside === null ? [] : [next.outside]), ...next.fellOut];
        expect(all.map(({ tool }) => tool.id).toSorted()).toEqual(table.tools.map(({ id }) => id).toSorted());
        for (const { tool } of next.candidates) {
          expect(tool.inFramework).toBe(true);
          for (const [question, option] of Object.entries(given))
            expect(tool.fit[question]?.[option]?.rulesOut).not.toBe(true);
        }
        const fits = Object.keys(given).some((question) => question !== 'owned');
        for (const { reason } of all) expect(reason !== null).toBe(fits);
        if (next.outside !== null) {
          expect(next.outside.tool.inFramework).toBe(false);
          const second = next.candidates[1];
          if (second !== undefined) expect(next.outside.points).toBeGreaterThan(second.points);
        }
      }),
    );
  });

  it('is told truly what would change it', () => {
    forAll(
      fc.property(answers, (given) => {
        const { wouldChange } = chooseTools(table, given);
        expect(wouldChange.length).toBeLessThanOrEqual(3);
        for (const { question, option, candidates } of wouldChange) {
          expect(namesOf({ ...given, [question]: option })).toEqual(candidates);
          expect(candidates.toSorted()).not.toEqual(namesOf(given).toSorted());
        }
      }),
    );
  });

  it('shows an engine already owned as the bias it is', () => {
    forAll(
      fc.property(answers, (given) => {
        const { owned } = chooseTools(table, given);
        const isTool = table.tools.some(({ id }) => id === given['owned']);
        expect(owned !== null).toBe(isTool);
        if (owned === null) return;
        const { owned: _, ...without } = given;
        expect(owned.bias).toBe(2);
        expect(owned.decisive).toBe(namesOf(given).join() !== namesOf(without).join());
      }),
    );
  });

  it('never names a tool a hard condition excludes, however well it fits', () => {
    const next = chooseTools(table, { data: 'aws', language: 'dotnet', owned: 'logic-apps' });
    const out = next.fellOut.find(({ tool }) => tool.id === 'logic-apps');
    expect(out?.reason).toMatchObject({ question: 'data', fit: { rulesOut: true } });
  });
});
