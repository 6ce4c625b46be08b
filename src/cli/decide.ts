// The command `npm run --silent decide -- FILE`: prints the verdict on a file of answers as one JSON line (design.md §7).
import { computeVerdict } from '../domain/verdict/compute-verdict.ts';
import { describePattern } from '../domain/verdict/pattern.ts';
import { computeTeamVerdict } from '../domain/verdict/team-verdict.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import { KnowledgeFileError } from '../knowledge/knowledge-file-error.ts';
import { loadFramework } from '../knowledge/load-framework.ts';
import { type AnswersFile, readAnswersFile } from './answers-file.ts';

const usage = 'Usage: npm run --silent decide -- FILE';

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

/** Exit code: 0 printed, 2 bad input, 1 the framework itself is broken. */
function main(args: readonly string[]): number {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
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
