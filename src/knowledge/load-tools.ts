// Loads the table of tools and the checklist for choreographies; a broken file stops the start.
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { labelSchema } from '../domain/framework.ts';
import { type ChecklistItem, ownedQuestionId, type ToolTable } from '../domain/what-next/tools.ts';
import { readDataFile } from './data-file.ts';
import { KnowledgeFileError } from './knowledge-file-error.ts';

/** Where the files live unless somebody says otherwise. */
const defaultToolsFile = fileURLToPath(new URL('../../knowledge/tools.yaml', import.meta.url));
const defaultChecklistFile = fileURLToPath(new URL('../../knowledge/choreography-checklist.yaml', import.meta.url));

/** Answers of "owned" that are no tool of the table. */
const noToolOwned = new Set(['none', 'other']);

const id = z.string().regex(/^[a-z0-9_-]+$/);
const words = z.string().trim().min(1);
const fitSchema = z
  .strictObject({
    score: z.literal([0, 1, 2]),
    rules_out: z.boolean().default(false),
    reason: words.max(140),
    passage: id,
  })
  .transform(({ rules_out: rulesOut, ...rest }) => ({ ...rest, rulesOut }));
const toolsFileSchema = z.strictObject({
  checked: z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]),
  bias: z.int().min(0).max(4),
  questions: z
    .array(
      z.strictObject({
        id,
        text: words,
        passage: id,
        options: z.array(z.strictObject({ id, label: labelSchema })).min(2),
      }),
    )
    .min(1),
  tools: z
    .array(
      z
        .strictObject({
          id,
          name: words,
          in_framework: z.boolean(),
          passage: id,
          fit: z.record(id, z.record(id, fitSchema)),
        })
        .transform(({ in_framework: inFramework, ...rest }) => ({ ...rest, inFramework })),
    )
    .min(2),
});
const checklistSchema = z.strictObject({
  checked: toolsFileSchema.shape.checked,
  items: z.array(z.strictObject({ id, label: labelSchema, text: words.max(140), passages: z.array(id).min(1) })).min(1),
});

/**
 * The table of tools. `passages` are the ids that exist: every reason must be cited to one. Throws
 * {@link KnowledgeFileError} when a tool says nothing about an option, or about one that does not exist.
 */
export function loadTools(passages: ReadonlySet<string>, file: string = defaultToolsFile): ToolTable {
  const table = readDataFile<ToolTable>(file, toolsFileSchema);
  const [problem] = [...citations(table, passages), ...gaps(table), ...ownedStrangers(table)];
  if (problem !== undefined) throw new KnowledgeFileError({ file, line: null, reason: problem });
  return table;
}

/** What to have in place before a choreography goes live. Throws {@link KnowledgeFileError}. */
export function loadChecklist(
  passages: ReadonlySet<string>,
  file: string = defaultChecklistFile,
): readonly ChecklistItem[] {
  const { items } = readDataFile(file, checklistSchema);
  const stranger = items.flatMap((item) => item.passages).find((passage) => !passages.has(passage));
  if (stranger !== undefined)
    throw new KnowledgeFileError({ file, line: null, reason: `there is no passage ${stranger}` });
  return items;
}

function citations({ questions, tools }: ToolTable, passages: ReadonlySet<string>): readonly string[] {
  const cited = [
    ...questions.map(({ passage }) => passage),
    ...tools.flatMap((tool) => [
      tool.passage,
      ...Object.values(tool.fit).flatMap((fits) => Object.values(fits).map(({ passage }) => passage)),
    ]),
  ];
  return cited.filter((passage) => !passages.has(passage)).map((passage) => `there is no passage ${passage}`);
}

/** Every tool must say something about every option, and about nothing else. */
function gaps({ questions, tools }: ToolTable): readonly string[] {
  const scored = questions.filter((question) => question.id !== ownedQuestionId);
  const wanted = scored.flatMap((question) => question.options.map((option) => `${question.id}.${option.id}`));
  return tools.flatMap((tool) => {
    const said = Object.entries(tool.fit).flatMap(([question, fits]) =>
      Object.keys(fits).map((option) => `${question}.${option}`),
    );
    const missing = wanted
      .filter((place) => !said.includes(place))
      .map((place) => `${tool.id} says nothing about ${place}`);
    return [
      ...missing,
      ...said.filter((place) => !wanted.includes(place)).map((place) => `${tool.id}: there is no ${place}`),
    ];
  });
}

function ownedStrangers({ questions, tools }: ToolTable): readonly string[] {
  const owned = questions.find((question) => question.id === ownedQuestionId)?.options ?? [];
  return owned
    .filter((option) => !noToolOwned.has(option.id) && !tools.some((tool) => tool.id === option.id))
    .map((option) => `owned: there is no tool ${option.id}`);
}
