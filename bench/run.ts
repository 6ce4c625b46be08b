// `npm run bench`: measures the budgets of design.md §8 and prints one line of JSON a row. Names, or parts of names,
// select rows: `npm run bench -- throughput search`.
import { measurements } from './measurements.ts';

const wanted = process.argv.slice(2);
const known = measurements.flatMap(({ rows }) => rows);
const unknown = wanted.filter((name) => !known.some((row) => row.includes(name)));
if (unknown.length > 0) {
  console.error(`No row is called ${unknown.join(' or ')}. Rows: ${known.join(', ')}`);
  process.exit(2);
}

for (const { rows, measure } of measurements) {
  if (wanted.length > 0 && !rows.some((row) => wanted.some((name) => row.includes(name)))) continue;
  try {
    for (const line of await measure()) console.log(JSON.stringify(line));
  } catch (error) {
    console.error(`${rows.join(', ')}: could not be measured.`, error);
    process.exitCode = 1;
  }
}
