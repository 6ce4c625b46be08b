// Reads the reviewed data of knowledge/search: word groups, stop words, situations, and what is not ours to answer.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { noAnswerReasons } from '../../application/library.ts';
import { readDataFile } from '../data-file.ts';
import { sectionCodes } from '../section-codes.ts';

/** Where the data lives unless somebody says otherwise. */
const defaultSearchFolder = fileURLToPath(new URL('../../../knowledge/search', import.meta.url));

const text = z.string().trim().min(1);
const pattern = z
  .string()
  .regex(/^[^A-Z]+$/u, 'must be in small letters')
  .refine((words) => words.split(/\s+/u).every((word) => !word.endsWith('*') || word.length > 3), {
    error: 'needs three letters before a star',
  });
const groupsSchema = z.strictObject({ concepts: z.record(z.string(), z.array(pattern).min(1)) });
const stopWordsSchema = z.record(z.string(), text);
const questionReasons = noAnswerReasons.filter((reason) => reason !== 'nothing-found');
const notOursSchema = z.strictObject({ reasons: z.record(z.enum(questionReasons), z.array(text).min(1)) });

const codes = new Set(sectionCodes());
const code = z.string().refine((value) => codes.has(value), { error: ({ input }) => `there is no section ${input}` });
const situationsSchema = z.strictObject({ situations: z.record(code, z.array(text).min(1)) });

const pieces = z.array(z.string().min(1)).min(1);
const mixingSchema = z.strictObject({ greetings: pieces, joints: pieces, followUps: pieces }).readonly();

const weight = z.number();
const refusalSchema = z
  .strictObject({
    bias: weight,
    whole: weight,
    worstPart: weight,
    found: weight,
    strange: weight,
    followUp: weight,
    threshold: z.number().min(0).max(1),
  })
  .readonly();

/** How the signs for answering are weighed, and from which probability on a question is answered. */
export type RefusalWeights = z.infer<typeof refusalSchema>;

/** A reason why a question is not ours, told from its words. */
export type QuestionReason = (typeof questionReasons)[number];

/** What search knows besides the passages. */
export type SearchData = {
  /** Patterns by the name of their group; see the head of concepts.yaml. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Patterns by the name of their group, of words that are not about our subject but often stand around it. */
  readonly generalGroups: Readonly<Record<string, readonly string[]>>;
  readonly stopWords: ReadonlySet<string>;
  /** Phrases by section code. */
  readonly situations: Readonly<Record<string, readonly string[]>>;
  /** Phrases by the reason they are not answered. */
  readonly notOurs: ReadonlyMap<QuestionReason, readonly string[]>;
  /** Patterns by the name of a subject that is not ours. */
  readonly otherSubjects: Readonly<Record<string, readonly string[]>>;
  /** How people put two things into one message. */
  readonly mixing: z.infer<typeof mixingSchema>;
  readonly refusal: RefusalWeights;
};

/** Reads and checks the data. Throws KnowledgeFileError with file, line and reason. */
export function loadSearchData(folder: string = defaultSearchFolder): SearchData {
  const concepts = readDataFile(join(folder, 'concepts.yaml'), groupsSchema).concepts;
  const aliases = readDataFile(join(folder, 'aliases.yaml'), groupsSchema).concepts;
  const glossary = readDataFile(join(folder, 'glossary.yaml'), groupsSchema).concepts;
  const stopWords = readDataFile(join(folder, 'stopwords.yaml'), stopWordsSchema);
  const { situations } = readDataFile(join(folder, 'situations.yaml'), situationsSchema);
  const { reasons } = readDataFile(join(folder, 'not-ours.yaml'), notOursSchema);
  const otherSubjects = readDataFile(join(folder, 'other-subjects.yaml'), groupsSchema).concepts;
  const mixing = readDataFile(join(folder, 'mixing.yaml'), mixingSchema);
  const refusal = readDataFile(join(folder, 'refusal.yaml'), refusalSchema);
  return {
    groups: { ...concepts, ...aliases },
    generalGroups: glossary,
    stopWords: new Set(Object.values(stopWords).flatMap((line) => line.split(/\s+/u))),
    situations,
    notOurs: new Map(questionReasons.map((reason) => [reason, reasons[reason]])),
    otherSubjects,
    mixing,
    refusal,
  };
}
