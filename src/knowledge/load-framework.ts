// Loads the framework and its card texts from knowledge/framework.yaml; a broken file stops the start.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { frameworkVersion, shortHash } from '../application/framework-version.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import { forEachQuestion } from '../domain/for-each-question.ts';
import {
  consistencyQuestionId,
  type Framework,
  optionIds,
  type Pillar,
  type PillarNumber,
  pillarOf,
  pillarQuestionIds,
  type Question,
  type QuestionId,
  RULES_VERSION,
} from '../domain/framework.ts';
import { type FrameworkFile, frameworkFileSchema, type OptionEntry, sourcesSchema } from './framework-file.ts';
import { KnowledgeFileError } from './knowledge-file-error.ts';
import { readYaml } from './yaml-lines.ts';

/** The framework with the texts that explain its verdicts. */
export type LoadedFramework = { readonly framework: Framework; readonly texts: CardTexts };

/** Where the framework lives unless somebody says otherwise. */
export const defaultFrameworkFile = fileURLToPath(new URL('../../knowledge/framework.yaml', import.meta.url));

/** Reads, checks and loads a framework file. Throws {@link KnowledgeFileError} with file, line and reason. */
export function loadFramework(file: string = defaultFrameworkFile): LoadedFramework {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new KnowledgeFileError({ file, line: null, reason });
  }
  return parseFramework(content, file);
}

/** Loads a framework from the text of a file; `file` is its name for complaints. */
export function parseFramework(content: string, file: string): LoadedFramework {
  const checked = checkContent(content, file);
  const wordingVersion = shortHash(content);
  return { framework: frameworkOf(checked, wordingVersion), texts: textsOf(checked) };
}

function checkContent(content: string, file: string): FrameworkFile {
  const yaml = readYaml(content);
  if (!yaml.ok) throw new KnowledgeFileError({ file, line: yaml.line, reason: yaml.reason });
  const check = <Output>(schema: z.ZodType<Output>): Output => {
    const result = schema.safeParse(yaml.value);
    if (result.success) return result.data;
    const issue = mostTelling(result.error.issues);
    const path = issue === undefined ? [] : pathOf(issue);
    const reason = `${path.join('.')}: ${issue?.message ?? 'not a framework'}`;
    throw new KnowledgeFileError({ file, line: yaml.lineOf(path), reason });
  };
  const { sources } = check(sourcesSchema);
  return check(frameworkFileSchema(sources));
}

/** A misspelt key is missing under its right name as well; the line to look at is that of the misspelt one. */
function mostTelling(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  return issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
}

/** An unknown key is reported at its parent; the line wanted is the key's own. */
function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}

function optionsOf(file: FrameworkFile, id: QuestionId): Question['options'] {
  const entries: Readonly<Record<string, OptionEntry>> = file.questions[id].options;
  return optionIds[id].flatMap((option) => {
    const entry = entries[option];
    return entry === undefined ? [] : [{ id: option, label: entry.label, text: entry.text, weight: entry.weight }];
  });
}

function questionOf(file: FrameworkFile, id: QuestionId): Question {
  const { text, why, help } = file.questions[id];
  return { id, pillar: pillarOf[id], text, why, help, options: optionsOf(file, id) };
}

function pillarFrom(file: FrameworkFile, number: PillarNumber): Pillar {
  const questions = pillarQuestionIds[number].map((id) => questionOf(file, id));
  return { number, ...file.pillars[number], questions };
}

function frameworkOf(file: FrameworkFile, wordingVersion: string): Framework {
  const { text, why, help, options } = file.consistencyQuestion;
  const judged = {
    rulesVersion: RULES_VERSION,
    pillars: [
      pillarFrom(file, 1),
      pillarFrom(file, 2),
      pillarFrom(file, 3),
      pillarFrom(file, 4),
      pillarFrom(file, 5),
    ] as const,
  };
  return {
    version: frameworkVersion(judged),
    ...judged,
    wordingVersion,
    consistencyQuestion: {
      id: consistencyQuestionId,
      text,
      why,
      help,
      options: optionIds[consistencyQuestionId].map((id) => ({ id, ...options[id], weight: 0 })),
    },
  };
}

function textsOf({ questions, styles, rules, warnings, patterns }: FrameworkFile): CardTexts {
  return {
    styles,
    rules,
    warnings,
    patterns,
    options: forEachQuestion((id) => {
      const options: Readonly<Record<string, OptionEntry>> = questions[id].options;
      return Object.fromEntries(
        Object.entries(options).map(([option, { leans, short, long, observation, sources }]) => [
          option,
          { leans, short, long, observation, sources },
        ]),
      );
    }),
    unknowns: forEachQuestion((id) => questions[id].unknown),
  };
}
