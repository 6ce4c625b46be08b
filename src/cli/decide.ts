// The command `npm run --silent decide -- FILE`: prints the verdict on a file of answers as one JSON line (design.md §7).
// With `verify` before it, FILE is an exported record, and is checked.
import { computeVerdict } from '../domain/verdict/compute-verdict.ts';
import { describePattern } from '../domain/verdict/pattern.ts';
import { computeTeamVerdict } from '../domain/verdict/team-verdict.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import { KnowledgeFileError } from '../knowledge/knowledge-file-error.ts';
import { loadFramework } from '../knowledge/load-framework.ts';
import { verifyRecord } from '../records/verify-record.ts';
import { type AnswersFile, readAnswersFile } from './answers-file.ts';
import { readRecordFile } from './record-file.ts';

const usage = 'Usage: npm run --silent decide -- FILE, or npm run --silent decide -- verify FILE.json';

function verdictOn(content: AnswersFile): Verdict {
  const { framework } = loadFramework();
  switch (content.kind) {
    case 'answers':
      return computeVerdict(framework, content.answers);
    case 'people':
      return computeTeamVerdict(framework, content.people).verdict;
    default:
      return content satisfies never;
  }
}

/** The published keys, in their published order. */
function published(verdict: Verdict) {
  const { style, band, score, votes, part, confidence, flips, warnings, unanswered, next, contested } = verdict;
  const pattern = verdict.pattern === null ? null : describePattern(verdict.pattern);
  const { framework } = verdict;
  const result = { style, band, score, votes, part, confidence, flips, warnings, unanswered, next, pattern };
  return { ...result, contested, framework };
}

/** The one file named, or null: none, several, or an option such as `--help`, of which there is none. */
function onlyFile([file = '', ...rest]: readonly string[]): string | null {
  return file === '' || file.startsWith('-') || rest.length > 0 ? null : file;
}

/** Checks an exported record. Exit code: 0 it holds, 1 verdict and record disagree or a reassessment is overdue, 2 bad input. */
function verify(args: readonly string[]): number {
  const file = onlyFile(args);
  if (file === null) {
    console.error(usage);
    return 2;
  }
  const read = readRecordFile(file);
  if (!read.ok) {
    console.error(`${file}: ${read.reason}`);
    return 2;
  }
  const { problems } = verifyRecord(read.record, Date.now());
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) return 1;
  const { decisionId, status, verdict } = read.record;
  console.log(JSON.stringify({ decision: decisionId, status, style: verdict?.style ?? null, holds: true }));
  return 0;
}

/** Exit code: 0 printed, 2 bad input, 1 the framework itself is broken, or a record that does not hold. */
function main(args: readonly string[]): number {
  if (args[0] === 'verify') return verify(args.slice(1));
  const file = onlyFile(args);
  if (file === null) {
    console.error(usage);
    return 2;
  }
  const read = readAnswersFile(file);
  if (!read.ok) {
    console.error(`${file}: ${read.reason}`);
    return 2;
  }
  try {
    console.log(JSON.stringify(published(verdictOn(read.content))));
    return 0;
  } catch (error) {
    if (!(error instanceof KnowledgeFileError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
