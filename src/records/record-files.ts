// Writes a decision down as two files: Markdown for people, JSON for programs.
import type { RecordWriter } from '../application/exporting/record-writer.ts';
import type { NextSteps } from '../application/next-steps.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import { buildRecord } from './build-record.ts';
import { writeMadr } from './madr.ts';

/** Room for the title in a file's name. */
const NAME_LENGTH = 60;

/** The writer. `texts` are the curated texts the Markdown quotes; `nextSteps` gives words to what was answered there. */
export function createRecordWriter({
  texts,
  nextSteps,
}: {
  readonly texts: CardTexts;
  readonly nextSteps: NextSteps;
}): RecordWriter {
  return function writeRecord(input) {
    const record = buildRecord({ ...input, texts, nextSteps });
    const name = fileName(record.title);
    const encode = (text: string) => new TextEncoder().encode(text);
    return [
      { name: `${name}.md`, title: `${name}.md`, altText: null, bytes: encode(writeMadr(record, texts)) },
      {
        name: `${name}.json`,
        title: `${name}.json`,
        altText: null,
        bytes: encode(`${JSON.stringify(record, null, 2)}\n`),
      },
    ];
  };
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  const short = [...plain].slice(0, NAME_LENGTH).join('');
  return short === '' ? 'decision' : short;
}
