// Exported records: complete against the event log, safe with hostile words, and checkable by anybody.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/decision/evolve.ts';
import { isSealed, isSealedNote } from '../../src/domain/decision/team.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { loadNextSteps } from '../../src/knowledge/load-next-steps.ts';
import { buildRecord } from '../../src/records/build-record.ts';
import { type DecisionRecord, decisionRecordSchema, publishedSchema } from '../../src/records/decision-record.ts';
import { writeMadr } from '../../src/records/madr.ts';
import { verifyRecord } from '../../src/records/verify-record.ts';
import { anyLife, lived } from '../domain/decision/commands.ts';
import { ana, begun, ben, by, type Life, monday } from '../domain/decision/house.ts';
import { hostileWords } from '../slack/cards/arbitrary-steps.ts';
import { forAll } from '../support/for-all.ts';
import { orchestrated } from '../support/order-fulfilment.ts';

const { texts } = loadFramework();
const nextSteps = loadNextSteps();
const schemaFile = join(import.meta.dirname, '../../docs/schemas/decision-record.schema.json');
const cli = join(import.meta.dirname, '../../src/cli/decide.ts');
const folder = mkdtempSync(join(tmpdir(), 'downbeat-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plainWords = new Map([
  ['w-title', 'Order fulfilment'],
  ['w-note', 'See the wiki'],
  ['w-part', 'Payment'],
  ['w-because', 'We can watch it'],
]);

function recordOf(life: Life, words: ReadonlyMap<string, string> = plainWords): DecisionRecord {
  const { now: decision, events, own: framework } = life;
  return buildRecord({ decision, events, words, framework, texts, nextSteps, exportedAt: monday });
}

const stored = (record: DecisionRecord): DecisionRecord =>
  decisionRecordSchema.parse(JSON.parse(JSON.stringify(record)));

/** A day long past, whatever the day the tests run on. */
const long = Date.UTC(2001, 0, 1, 9);

const acceptedLife = (at = monday) => {
  const life = begun([ben]).answerAll({ ...orchestrated, '5c': 'part' });
  life.ask({ type: 'AddNote', ...by(ben), at, question: '1b', note: 'w-note' });
  life.ask({ type: 'ConsiderBestCase', ...by(ana), at, rebuttal: 'w-because' });
  life.ask({ type: 'AcceptDecision', ...by(ana), at, zone: 'UTC' });
  return life;
};

describe('the JSON record', () => {
  it('holds everything its events say, in every life', () => {
    forAll(
      fc.property(anyLife, (commands) => {
        const life = lived(commands, [ana, ben]);
        const record = stored(recordOf(life));
        const open = life.events.filter((event) => {
          if (event.type === 'NoteAdded') return !isSealedNote(life.now, event.question, event.note);
          return event.type !== 'QuestionAnswered' || !isSealed(life.now, event.question);
        });
        expect(record.events).toEqual(open);
        if (life.now.team === null) expect(record.events).toEqual(life.events);
        for (const event of record.events) {
          if (event.type === 'NoteAdded')
            expect(record.answers.find(({ question }) => question === event.question)?.notes).toContainEqual({
              note: 'See the wiki',
              person: event.by,
              at: event.at,
            });
          if (event.type === 'QuestionAnswered') expect(record.participants).toContain(event.by);
        }
        for (const [question, { standing, given }] of Object.entries(life.now.questions)) {
          const told = record.answers.find((answer) => answer.question === question);
          expect(told?.standing?.option).toBe(standing?.option);
          for (const { person, option } of Object.values(given))
            if (option !== standing?.option)
              expect(told?.dissent).toContainEqual(expect.objectContaining({ person, option }));
        }
        expect(record.verdict).toEqual(life.now.verdict);
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with itself in every life, and with its published schema', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8')),
    );
    forAll(
      fc.property(anyLife, (commands) => {
        const record = stored(recordOf(lived(commands, [ana, ben])));
        expect(verifyRecord(record, 0).problems).toEqual([]);
        validate(JSON.parse(JSON.stringify(record)));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('is published with the schema that is in force', () => {
    expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedSchema())));
  });

  it('leaves private answers, and the words in them, with their authors', () => {
    const life = begun([ana, ben]);
    life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null });
    for (const pillar of [1, 2, 3, 4] as const) life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar });
    life.answer('5c', 'part', ben, 'w-part');
    const record = recordOf(life);
    expect(JSON.stringify(record)).not.toContain('w-part');
    expect(JSON.stringify(record)).not.toContain('Payment');
    life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar: 5 });
    expect(recordOf(life).words).toMatchObject({ 'w-part': 'Payment' });
  });

  it('can be folded again into the decision it was made from', () => {
    const life = acceptedLife();
    expect(fold(stored(recordOf(life)).events)).toEqual(life.now);
  });

  it('keeps what was answered about tools, what was changed later and by whom, and names the candidates', () => {
    const life = acceptedLife();
    const answer = (option: string, person: string) =>
      life.ask({ type: 'AnswerToolQuestion', ...by(person), at: monday, question: 'reader', option });
    answer('developers', ana);
    answer('business', ben);
    const record = stored(recordOf(life));
    expect(record.whatNext?.answers).toEqual([
      expect.objectContaining({ question: 'reader', option: 'business', label: 'Business people too', person: ben }),
    ]);
    expect(record.events.flatMap((event) => (event.type === 'ToolQuestionAnswered' ? [event.option] : []))).toEqual([
      'developers',
      'business',
    ]);
    expect(record.whatNext?.candidates).toHaveLength(2);
    const text = writeMadr(record, texts);
    for (const { tool, sources } of record.whatNext?.candidates ?? []) {
      expect(text).toContain(`* **${tool}**`);
      for (const { url } of sources) expect(text).toContain(`<${url}>`);
    }
  });

  it('reads a record that is older than the answers about tools', () => {
    const { whatNext: _whatNext, ended: _ended, ...older } = stored(recordOf(acceptedLife()));
    expect(decisionRecordSchema.parse(older)).toMatchObject({ whatNext: null, ended: null });
  });

  it('says why a decision was turned down, and keeps the rebuttal through a later round', () => {
    const rejected = begun().answerAll(orchestrated);
    rejected.ask({ type: 'RejectDecision', ...by(ana), at: monday, reason: 'w-because' });
    const record = recordOf(rejected);
    expect(record.ended).toEqual({ person: ana, at: monday, reason: 'We can watch it' });
    expect(writeMadr(record, texts)).toContain('rejected by U0ANA on 2026-11-23: We can watch it.');
    const again = acceptedLife();
    again.passTime(again.now.look?.dueAt ?? 0);
    again.ask({ type: 'FinishLook', ...by(ana), at: again.at, occurrence: 1, questions: ['1a'] });
    expect(again.now.status).toBe('proposed');
    expect(recordOf(again).accepted?.rebuttal).toBe('We can watch it');
  });

  it('says where words were erased', () => {
    expect(recordOf(acceptedLife(), new Map()).title).toBe('(erased)');
  });
});

describe('the Markdown record', () => {
  it('has what MADR 4 asks for', () => {
    const text = writeMadr(recordOf(acceptedLife()), texts);
    expect(text).toMatch(
      /^---\nstatus: "accepted"\ndate: 2026-11-23\ndecision-makers: \["U0ANA"\]\nconsulted: \["U0BEN"\]\n---\n/,
    );
    for (const heading of [
      '# Order fulfilment',
      '## Context and Problem Statement',
      '## Considered Options',
      '## Decision Outcome',
      '### Consequences',
      '### Confirmation',
      '## More Information',
    ])
      expect(text.split('\n')).toContain(heading);
    for (const said of ['See the wiki', 'Payment', 'We can watch it', 'Split: orchestrate a part'])
      expect(text).toContain(said);
  });

  it('says of a switched-off question that its answer does not count, and of one nobody saw that it was not asked', () => {
    const life = begun().answerAll(orchestrated);
    const lineOf = (question: string) =>
      writeMadr(recordOf(life), texts)
        .split('\n')
        .find((line) => line.startsWith(`* **${question}** `));
    expect(lineOf('3b')).toMatch(/\(U0ANA, 2026-11-23\)$/);
    life.answer('3a', 'none');
    expect(lineOf('3a')).toMatch(/\(U0ANA, 2026-11-23\)$/);
    expect(lineOf('3b')).toMatch(/, which does not count now$/);
    const { '1a': whole, '1b': lost, '1c': load, '2a': next, '2b': silent, '2c': joins } = orchestrated;
    const two = { '1a': whole, '1b': lost, '1c': load, '2a': next, '2b': silent, '2c': joins };
    const text = writeMadr(recordOf(begun().answerAll({ ...two, '3a': 'none' })), texts);
    expect(text).toMatch(/^\* \*\*3b\*\* .* \*\*Not asked\*\*$/m);
    expect(text).toMatch(/^\* \*\*5b\*\* .* \*\*Not answered\*\*$/m);
  });

  it('claims nothing about what would change a verdict that is not there yet', () => {
    expect(writeMadr(recordOf(begun()), texts)).toContain(
      '## What would change it\n\nToo little is answered to say.\n',
    );
  });

  it('tells moments with their zone, and events in words', () => {
    const life = begun();
    life.answer('1a', 'no');
    expect(writeMadr(recordOf(life), texts)).toContain(
      '* 2026-11-23 08:00:00 UTC, U0ANA: question answered (1a, no)\n',
    );
  });

  it('keeps a framing of several lines in paragraphs', () => {
    const record = { ...recordOf(begun()), framing: 'An order is paid.\n\n- It is *packed*.' };
    expect(writeMadr(record, texts)).toContain('\n\nAn order is paid.\n\n\\- It is \\*packed\\*.\n\n');
  });

  it('tells every reason and every rule, also those the card has no room for', () => {
    forAll(
      fc.property(anyLife, (commands) => {
        const record = recordOf(lived(commands, [ana, ben]));
        const text = writeMadr(record, texts);
        const because = text.split('Because:\n')[1]?.split('\n### ')[0] ?? '';
        const { reasons, against, rules } = record.verdict ?? { reasons: [], against: [], rules: [] };
        expect(because.match(/^\* /gm)?.length ?? 0).toBe(reasons.length + against.length + rules.length);
      }),
      { numRuns: 50 },
    );
  });

  it('names every question, every event and every source', () => {
    forAll(
      fc.property(anyLife, (commands) => {
        const record = recordOf(lived(commands, [ana, ben]));
        const text = writeMadr(record, texts);
        for (const { question } of record.answers) if (question !== '6a') expect(text).toContain(`* **${question}** `);
        const history = text.split('## History\n')[1]?.split('\n## ')[0] ?? '';
        expect(history.match(/^\* /gm)?.length).toBe(record.events.length);
        for (const { url } of record.sources) expect(text).toContain(`<${url}>`);
      }),
      { numRuns: 50 },
    );
  });

  it('takes nobody’s words for markup', () => {
    forAll(
      fc.property(hostileWords, hostileWords, (title, note) => {
        const words = new Map([...plainWords, ['w-title', title], ['w-note', note]]);
        const text = writeMadr(recordOf(acceptedLife(), words), texts);
        const reference = writeMadr(recordOf(acceptedLife()), texts);
        expect(text.split('\n').length).toBe(reference.split('\n').length);
        expect(text.match(/^#+ /gm)).toEqual(reference.match(/^#+ /gm));
        expect(text.match(/(?<!\\)[[\]`]/g) ?? []).toEqual(reference.match(/(?<!\\)[[\]`]/g) ?? []);
        expect(text.match(/<(?!https?:\/\/)/g)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('verifying a record', () => {
  const record = () => stored(recordOf(acceptedLife()));

  it('finds a changed verdict, a changed answer and a changed state', () => {
    const { verdict } = record();
    if (verdict === null) throw new Error('no verdict');
    expect(verifyRecord({ ...record(), verdict: { ...verdict, style: 'choreography' } }, 0).problems).toEqual([
      expect.stringContaining('verdict: the record says choreography'),
    ]);
    expect(verifyRecord({ ...record(), status: 'rejected' }, 0).problems).toEqual([expect.stringContaining('status')]);
    const answers = record().answers.map((answer) => ({ ...answer, standing: null }));
    expect(verifyRecord({ ...record(), answers }, 0).problems.length).toBe(15);
    expect(verifyRecord({ ...record(), events: record().events.slice(1) }, 0).problems).toEqual([
      expect.stringContaining('events'),
    ]);
  });

  it('is not told by the record alone when a look is due', () => {
    const hidden = verifyRecord({ ...record(), lookDueAt: null }, 0).problems;
    expect(hidden).toEqual(['reassessment: the record says none, its events say 2026-12-01']);
  });

  it('finds a reassessment that is overdue', () => {
    const due = record().lookDueAt ?? 0;
    expect(verifyRecord(record(), due - 1).problems).toEqual([]);
    expect(verifyRecord(record(), due).problems).toEqual([expect.stringContaining('overdue')]);
  });

  it.each([
    ['a record that holds', [{ type: 'StopLooks', ...by(ana), at: monday }], {}, 0, ''],
    ['a reassessment that is overdue', [], {}, 1, 'reassessment: overdue since 2001-01-'],
    ['a state nobody gave it', [{ type: 'StopLooks', ...by(ana), at: monday }], { status: 'rejected' }, 1, 'status: '],
  ] as const)('on the command line: %s', (name, commands, change, code, said) => {
    const life = acceptedLife(long);
    for (const command of commands) life.ask(command);
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ ...recordOf(life), ...change }));
    const ran = spawnSync('node', [cli, 'verify', file], { encoding: 'utf8' });
    expect(ran.status).toBe(code);
    expect(ran.stderr).toContain(said);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no record', '{"format":1}'],
  ])('on the command line: %s is bad input', (_, content) => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, content);
    const ran = spawnSync('node', [cli, 'verify', file], { encoding: 'utf8' });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('bad.json: ');
  });

  it('on the command line: a file that is not there, or none, is bad input', () => {
    expect(spawnSync('node', [cli, 'verify', join(folder, 'none.json')]).status).toBe(2);
    expect(spawnSync('node', [cli, 'verify', 'a', 'b']).status).toBe(2);
  });
});
