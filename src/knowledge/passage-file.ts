// Reads one passage from the text of its file: front matter checked, body cut into sentences.
import * as z from 'zod';
import { type Passage, readings } from '../application/library.ts';
import { sourceLinkSchema } from '../domain/framework.ts';
import { keySentences } from './key-sentences.ts';
import { KnowledgeFileError } from './knowledge-file-error.ts';
import { sectionCodes } from './section-codes.ts';
import { readYaml } from './yaml-lines.ts';

const words = z.string().trim().min(1);
/** A body is one idea: 60 to 200 words (issue 4). */
const bodyWords = { least: 60, most: 200 } as const;

const sectionCode = z.enum(sectionCodes(), { error: ({ input }) => `there is no section ${JSON.stringify(input)}` });

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'),
  title: words.max(120),
  covers: z.array(sectionCode).min(1).max(3).readonly(),
  sources: z
    .array(z.strictObject({ ...sourceLinkSchema.unwrap().shape, key: words, read: z.enum(readings) }))
    .min(1)
    .readonly(),
  checked: z.iso.date(),
  asked_as: z.array(words.max(200)).min(1).readonly(),
});

/** An unknown key is reported at its parent; the line wanted is the key's own. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}

/** How many words a text has: runs of letters, digits and what joins them. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What a passage is read from. */
export type PassageText = {
  readonly content: string;
  /** The file's name, for complaints. */
  readonly file: string;
  /** The id the file's name promises. */
  readonly id: string;
};

/** Reads a passage. Throws {@link KnowledgeFileError} with file, line and reason. */
export function parsePassage({ content, file, id }: PassageText): Passage {
  const broken = (line: number, reason: string) => new KnowledgeFileError({ file, line, reason });
  const parts = /^---\n(?<front>.*?\n)---\n(?<body>.*)$/su.exec(content)?.groups;
  if (parts === undefined) throw broken(1, 'must start with front matter between two lines of ---');
  const { front = '', body = '' } = parts;
  const yaml = readYaml(front);
  if (!yaml.ok) throw broken(yaml.line + 1, yaml.reason);
  const checked = frontMatterSchema.safeParse(yaml.value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const place = issue === undefined ? [] : placeOf(issue);
    throw broken(yaml.lineOf(place) + 1, `${place.join('.')}: ${issue?.message ?? 'not a passage'}`);
  }
  const { asked_as: askedAs, ...rest } = checked.data;
  if (rest.id !== id) throw broken(yaml.lineOf(['id']) + 1, `id: must be the file's name, ${id}`);
  const length = countWords(body);
  if (length < bodyWords.least || length > bodyWords.most) {
    const range = `${bodyWords.least} to ${bodyWords.most}`;
    throw broken(front.split('\n').length + 2, `the body has ${length} words; a passage has ${range}`);
  }
  return { ...rest, askedAs, body: body.trim(), sentences: keySentences(body) };
}
