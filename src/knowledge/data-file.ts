// Reads a YAML file of reviewed data against its schema; what is wrong is told with file, line and reason.
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { KnowledgeFileError } from './knowledge-file-error.ts';
import { readYaml } from './yaml-lines.ts';

/** The checked content of a data file. Throws {@link KnowledgeFileError}. */
export function readDataFile<Content>(file: string, schema: z.ZodType<Content>): Content {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new KnowledgeFileError({
      file,
      line: null,
      reason: error instanceof Error ? error.message : 'it cannot be read',
    });
  }
  const yaml = readYaml(text);
  if (!yaml.ok) throw new KnowledgeFileError({ file, line: yaml.line, reason: yaml.reason });
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  throw new KnowledgeFileError({
    file,
    line: yaml.lineOf(path),
    reason: `${path.join('.')}: ${issue?.message ?? 'not as expected'}`,
  });
}
