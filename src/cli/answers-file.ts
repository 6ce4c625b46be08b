// Reads the answers file of the command line: one set of answers, or one for each of several people.
import * as z from 'zod';
import type { Answers } from '../domain/answers.ts';
import { optionIds, unknownOption } from '../domain/framework.ts';
import type { Member } from '../domain/verdict/team-verdict.ts';
import { type BadFile, firstComplaint, readJsonFile } from './json-file.ts';

/** Whose answers a file holds: one person's, or a team's. */
export type AnswersFile =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'people'; readonly people: readonly Member[] };

const choice = <const Id extends keyof typeof optionIds>(id: Id) =>
  z.enum([...optionIds[id], unknownOption]).optional();

const choices = z.strictObject({
  '1a': choice('1a'),
  '1b': choice('1b'),
  '1c': choice('1c'),
  '2a': choice('2a'),
  '2b': choice('2b'),
  '2c': choice('2c'),
  '3a': choice('3a'),
  '3b': choice('3b'),
  '3c': choice('3c'),
  '4a': choice('4a'),
  '4b': choice('4b'),
  '4c': choice('4c'),
  '5a': choice('5a'),
  '5b': choice('5b'),
  '5c': choice('5c'),
  '6a': choice('6a'),
});

const answered = { answers: choices, part: z.string().nullish() };
const name = z.string().trim().min(1);
const onePerson = z.strictObject(answered);
const severalPeople = z.strictObject({
  people: z
    .array(z.strictObject({ name, ...answered }))
    .min(1)
    .superRefine((people, context) => {
      const seen = new Set<string>();
      for (const [index, { name }] of people.entries()) {
        if (seen.has(name)) context.addIssue({ code: 'custom', path: [index, 'name'], message: 'stands there twice' });
        seen.add(name);
      }
    }),
});

function answersFrom({ answers, part }: z.infer<typeof onePerson>): Answers {
  const given = Object.entries(answers).flatMap(([id, option]) => (option === undefined ? [] : [[id, option]]));
  return { choices: Object.fromEntries(given), part: part ?? null };
}

function parse(value: unknown): AnswersFile | BadFile {
  const isTeam = typeof value === 'object' && value !== null && 'people' in value;
  if (isTeam) {
    if ('answers' in value) return { ok: false, reason: 'answers: give answers or people, not both' };
    const team = severalPeople.safeParse(value);
    if (!team.success) return { ok: false, reason: firstComplaint(team.error) };
    const people = team.data.people.map(({ name, ...own }) => ({ name, answers: answersFrom(own) }));
    return { kind: 'people', people };
  }
  const one = onePerson.safeParse(value);
  if (!one.success) return { ok: false, reason: firstComplaint(one.error) };
  return { kind: 'answers', answers: answersFrom(one.data) };
}

/**
 * Reads and checks an answers file; what is wrong comes back as a value. A `part` beside another answer to 5c than
 * `part` is passed over, as a card passes over a name given earlier.
 */
export function readAnswersFile(file: string): { readonly ok: true; readonly content: AnswersFile } | BadFile {
  const read = readJsonFile(file);
  if (!read.ok) return read;
  const content = parse(read.value);
  return 'ok' in content ? content : { ok: true, content };
}
