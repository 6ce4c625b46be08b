// What was answered under *What next* and which tools that names, for the record of a decision.
import { z } from 'zod';
import type { NextSteps } from '../application/next-steps.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { momentSchema, personIdSchema } from '../domain/decision/refs.ts';
import { toolAnswersOf } from '../domain/decision/tool-answers.ts';
import { unknownLabel, unknownOption } from '../domain/framework.ts';
import { type Candidate, chooseTools } from '../domain/what-next/choose-tools.ts';

const sourceSchema = z.object({ title: z.string(), url: z.string() });

/** The answers in words, and the candidates they name with one cited reason each. */
export const whatNextSchema = z.object({
  /** When the table of tools they were chosen from was last checked, as `YYYY-MM-DD`. */
  checked: z.string(),
  answers: z.array(
    z.object({
      question: z.string(),
      /** The question in words; its id where the table no longer has it. */
      text: z.string(),
      option: z.string(),
      label: z.string(),
      person: personIdSchema,
      at: momentSchema,
    }),
  ),
  candidates: z.array(z.object({ tool: z.string(), reason: z.string().nullable(), sources: z.array(sourceSchema) })),
});
export type WhatNextRecord = z.infer<typeof whatNextSchema>;

/** What the record says of it; null where nothing was answered. */
export function whatNextOf(decision: StartedDecision, next: NextSteps): WhatNextRecord | null {
  const given = Object.entries(decision.toolAnswers);
  if (given.length === 0) return null;
  const answers = toolAnswersOf(decision);
  const { candidates } = chooseTools(next.table, answers);
  return {
    checked: next.table.checked,
    answers: given.map(([question, { option, person, at }]) => {
      const asked = next.table.questions.find(({ id }) => id === question);
      const label =
        option === unknownOption ? unknownLabel : (asked?.options.find(({ id }) => id === option)?.label ?? option);
      return { question, text: asked?.text ?? question, option, label, person, at };
    }),
    candidates: Object.keys(answers).length === 0 ? [] : candidates.map((candidate) => toldOf(candidate, next)),
  };
}

function toldOf({ tool, reason }: Candidate, { sources }: NextSteps): WhatNextRecord['candidates'][number] {
  if (reason === null) return { tool: tool.name, reason: null, sources: [] };
  const { passage, reason: text } = reason.fit;
  return { tool: tool.name, reason: text, sources: [...(sources.get(passage) ?? [])] };
}
