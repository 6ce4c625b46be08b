// Reads one prompt from the text of its file and checks its holes.
import { load, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { PromptFileError } from './prompt-file-error.ts';

const frontMatterSchema = z.strictObject({ version: z.int().min(1) });
const hole = /\{\{([a-z]+)\}\}/gu;

/** A prompt: its version, and its text with holes still open. */
export type Prompt<Hole extends string> = {
  /** Counted up by whoever changes what the prompt asks for. */
  readonly version: number;
  readonly text: string;
  readonly holes: readonly Hole[];
};

/** What a prompt is read from, and the holes the code fills: each must be there, and no other. */
export type PromptText<Hole extends string> = {
  readonly content: string;
  readonly file: string;
  readonly holes: readonly Hole[];
};

/** Reads a prompt. Throws {@link PromptFileError} with file, line and reason. */
export function parsePrompt<Hole extends string>({ content, file, holes }: PromptText<Hole>): Prompt<Hole> {
  const parts = /^---\n(?<front>.*?\n)---\n(?<text>.*)$/su.exec(content)?.groups;
  if (parts === undefined) {
    throw new PromptFileError({ file, line: 1 }, 'must start with front matter between two lines of ---');
  }
  const { front = '', text = '' } = parts;
  const { version } = readFrontMatter(front, file);
  checkHoles({ content, file, holes });
  if (text.trim() === '') throw new PromptFileError({ file, line: content.split('\n').length }, 'there is no prompt');
  return { version, text: text.trim(), holes };
}

function readFrontMatter(front: string, file: string): z.infer<typeof frontMatterSchema> {
  try {
    return frontMatterSchema.parse(load(front));
  } catch (error) {
    if (error instanceof YAMLException) {
      const line = (error.mark?.line ?? 0) + 2;
      throw new PromptFileError({ file, line }, `front matter: ${error.reason}`);
    }
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new PromptFileError({ file, line: 2 }, `front matter: ${reason}`);
  }
}

function checkHoles<Hole extends string>({ content, file, holes }: PromptText<Hole>): void {
  const missing = new Set<string>(holes);
  for (const [index, line] of content.split('\n').entries()) {
    const place = { file, line: index + 1 };
    for (const [, name = ''] of line.matchAll(hole)) {
      if (!missing.delete(name)) {
        const known = holes.some((candidate) => candidate === name);
        throw new PromptFileError(place, known ? `{{${name}}} stands there twice` : `nothing fills {{${name}}}`);
      }
    }
    if (/\{\{|\}\}/u.test(line.replace(hole, ''))) throw new PromptFileError(place, 'a hole is written {{name}}');
  }
  const [first] = missing;
  if (first !== undefined) {
    throw new PromptFileError({ file, line: content.trimEnd().split('\n').length }, `{{${first}}} is missing`);
  }
}

/** Puts a value into each hole, in one pass: a value that looks like a hole stays as it is. */
export function fillPrompt<Hole extends string>(
  prompt: Pick<Prompt<Hole>, 'text'>,
  values: Readonly<Record<Hole, string>>,
): string {
  const known = new Map<string, string>(Object.entries(values));
  return prompt.text.replace(hole, (open, name: string) => known.get(name) ?? open);
}
