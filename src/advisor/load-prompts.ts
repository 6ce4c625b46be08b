// Loads the prompts at start; a broken file stops it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Purpose, purposes } from '../application/advisor.ts';
import { type Prompt, parsePrompt } from './prompt-file.ts';
import { PromptFileError } from './prompt-file-error.ts';

/** Where the prompts live unless somebody says otherwise. */
export const defaultPromptsFolder = fileURLToPath(new URL('../../prompts', import.meta.url));

/** What stands between the instructions and the data of a prompt. */
const dataHeading = '\n# Data\n';
const instructionsHeading = '# Instructions\n';

const explainHoles = ['task', 'passages', 'verdict', 'answers', 'conversation', 'question'] as const;
const proposeHoles = ['choices', 'words'] as const;
export type ExplainHole = (typeof explainHoles)[number];
const stepsHoles = ['title', 'description', 'written'] as const;
export type StepsHole = (typeof stepsHoles)[number];
export type ProposeHole = (typeof proposeHoles)[number];

/** Every prompt, checked. */
export type Prompts = {
  /** The versions of the files and a hash over all their words. */
  readonly version: string;
  readonly explain: Prompt<ExplainHole>;
  readonly tasks: Readonly<Record<Purpose, Prompt<never>>>;
  readonly propose: Prompt<ProposeHole>;
  readonly steps: Prompt<StepsHole>;
};

/** Reads and checks the prompts of a folder. Throws {@link PromptFileError} with file, line and reason. */
export function loadPrompts(folder: string = defaultPromptsFolder): Prompts {
  const hash = createHash('sha256');
  const read = <Hole extends string>(name: string, holes: readonly Hole[]): Prompt<Hole> => {
    const file = join(folder, `${name}.md`);
    const content = readPromptFile(file);
    hash.update(JSON.stringify([name, content]));
    return parsePrompt({ content, file, holes });
  };
  const explain = inTwoParts(read('explain', explainHoles), join(folder, 'explain.md'));
  const propose = inTwoParts(read('propose', proposeHoles), join(folder, 'propose.md'));
  const steps = inTwoParts(read('steps', stepsHoles), join(folder, 'steps.md'));
  const task = (purpose: Purpose): Prompt<never> => read(`task-${purpose}`, []);
  const tasks = { answer: task('answer'), why: task('why'), recommendation: task('recommendation') };
  const versions = [explain, ...purposes.map((purpose) => tasks[purpose]), propose, steps].map(
    ({ version }) => version,
  );
  return { version: `${versions.join('.')}-${hash.digest('hex').slice(0, 8)}`, explain, tasks, propose, steps };
}

function readPromptFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PromptFileError({ file, line: null }, error instanceof Error ? error.message : 'it cannot be read');
  }
}

function inTwoParts<Hole extends string>(prompt: Prompt<Hole>, file: string): Prompt<Hole> {
  if (prompt.text.startsWith(instructionsHeading) && prompt.text.split(dataHeading).length === 2) return prompt;
  throw new PromptFileError({ file, line: 4 }, 'must have the headings "# Instructions" and "# Data", each once');
}

/** A filled prompt's two parts. To be cut before data is put in: data may contain anything. */
export function promptParts<Hole extends string>(
  prompt: Prompt<Hole>,
): {
  readonly instructions: { readonly text: string };
  readonly data: { readonly text: string };
} {
  const [instructions = '', data = ''] = prompt.text.slice(instructionsHeading.length).split(dataHeading);
  return { instructions: { text: instructions.trim() }, data: { text: data.trim() } };
}
