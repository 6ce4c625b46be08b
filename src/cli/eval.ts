// The command `npm run --silent eval -- --questions FILE`: measures search and refusal on labelled questions (design.md §7).
import { openLibrary } from '../knowledge/library.ts';
import { measureSearch } from './measure-search.ts';
import { questionsArgument, readQuestionsFile } from './questions-file.ts';

const usage = 'Usage: npm run --silent eval -- --questions FILE';

function main(args: readonly string[]): number {
  const file = questionsArgument(args);
  if (file === undefined) {
    console.error(usage);
    return 2;
  }
  const read = readQuestionsFile(file);
  if (!read.ok) {
    console.error(`${file}: ${read.reason}`);
    return 2;
  }
  console.log(JSON.stringify(measureSearch(openLibrary(), read.questions)));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
