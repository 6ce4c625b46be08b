// Exported records: complete against the event log, safe with hostile words, and checkable by anybody.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { wordRef } from '../../src/application/word-ref.ts';
import type { DecisionEvent } from '../../src/domain/decision/events.ts';
import { fold } from '../../src/domain/decision/evolve.ts';
import { isSealed, isSealedNote } from '../../src/domain/decision/team.ts';
import { pillarNumbers, pillarQuestionIds } from '../../src/domain/framework.ts';
import { loadFramework } from '../../src/knowledge/load-framework.ts';
import { loadNextSteps } from '../../src/knowledge/load-next-steps.ts';
import { buildRecord } from '../../src/records/build-record.ts';
import { type DecisionRecord, decisionRecordSchema, publishedSchema } from '../../src/records/decision-record.ts';
import { writeMadr } from '../../src/records/madr.ts';
import { verifyRecord } from '../../src/records/verify-record.ts';
import { anyLife, lived } from '../domain/decision/commands.ts';
import { ana, begun, ben, by, cleo, type Life, monday } from '../domain/decision/house.ts';
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

/** Ben could not be named. */
const names = new Map([
  [ana, 'Ana Alves'],
  [cleo, 'Ana Alves'],
]);

function recordOf(life: Life, words: ReadonlyMap<string, string> = plainWords): DecisionRecord {
  const { now: decision, events, own: framework } = life;
  return buildRecord({ decision, events, words, framework, texts, nextSteps, exportedAt: monday, names });
}

const stored = (record: DecisionRecord): DecisionRecord =>
  decisionRecordSchema.parse(JSON.parse(JSON.stringify(record)));

/** As it leaves the app: with references that are made from the words, where these tests have short ones. */
function exported(record: DecisionRecord): DecisionRecord {
  let text = JSON.stringify(record);
  for (const [ref, words] of Object.entries(record.words))
    text = text.replaceAll(JSON.stringify(ref), JSON.stringify(wordRef(record.decisionId, words)));
  return decisionRecordSchema.parse(JSON.parse(text));
}

/** A day long past, whatever the day the tests run on. */
const long = Date.UTC(2001, 0, 1, 9);

const acceptedLife = (at = monday) => {
  const life = begun([ben]).answerAll({ ...orchestrated, '5c': 'part' });
  life.ask({ type: 'AddNote', ...by(ben), at, question: '1b', note: 'w-note' });
  life.ask({ type: 'ConsiderBestCase', ...by(ana), at, rebuttal: 'w-because' });
  life.ask({ type: 'AcceptDecision', ...by(ana), at, zone: 'UTC' });
  return life;
};

/** Two people who differ on one question, accepted; one question of *What next* is answered. */
function teamLife(): Life {
  const life = begun([ana, ben]);
  life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null });
  const answers = { ...orchestrated, '5c': 'part' };
  for (const pillar of pillarNumbers)
    for (const person of [ana, ben])
      for (const question of pillarQuestionIds[pillar]) {
        const option = question === '2b' && person === ben ? 'none' : answers[question];
        life.answer(question, option, person, option === 'part' ? 'w-part' : null);
      }
  life.ask({ type: 'AddNote', ...by(ben), at: monday, question: '1b', note: 'w-note' });
  life.ask({ type: 'ConsiderBestCase', ...by(ana), at: monday, rebuttal: 'w-because' });
  life.ask({ type: 'AcceptDecision', ...by(ana), at: monday, zone: 'UTC' });
  life.ask({ type: 'AnswerToolQuestion', ...by(ana), at: monday, question: 'reader', option: 'business' });
  return life;
}

type Path = readonly (string | number)[];

/** Where the newest event of a kind stands in the record of that life. */
function byType(type: DecisionEvent['type']): number {
  return teamLife().events.findLastIndex((event) => event.type === type);
}

/** A record with one value replaced. */
function withValue<T>(whole: T, [key, ...rest]: Path, value: unknown): T {
  const copy = structuredClone(whole);
  if (key === undefined || typeof copy !== 'object' || copy === null) throw new Error('no such place');
  const below: unknown = Reflect.get(copy, key);
  Reflect.set(copy, key, rest.length === 0 ? value : withValue(below, rest, value));
  return copy;
}

/** Every place in a value that holds a text, a number, a truth or nothing. */
function leavesOf(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

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
        const record = exported(recordOf(lived(commands, [ana, ben])));
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
    expect(writeMadr(record, texts)).toContain('Rejected by Ana Alves on 2026-11-23: We can watch it.');
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
      /^---\nstatus: "accepted"\ndate: 2026-11-23\ndecision-makers: \["Ana Alves"\]\nconsulted: \["U0BEN"\]\n---\n/,
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
    expect(lineOf('3b')).toMatch(/\(Ana Alves, 2026-11-23\)$/);
    life.answer('3a', 'none');
    expect(lineOf('3a')).toMatch(/\(Ana Alves, 2026-11-23\)$/);
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
      '* 2026-11-23 08:00:00 UTC, Ana Alves answered 1a with Only a receipt, round 1\n',
    );
  });

  it('keeps a framing of several lines in paragraphs', () => {
    const record = { ...recordOf(begun()), framing: 'An order is paid.\n\n- It is *packed*.' };
    expect(writeMadr(record, texts)).toContain('\n\nAn order is paid.\n\n\\- It is \\*packed\\*.\n\n');
  });

  it('calls people by their names, apart where two have the same, and by their ids where nobody could name them', () => {
    const life = teamLife();
    const hand = { type: 'HandOver', ...by(ana), at: monday, zone: 'UTC' } as const;
    life.ask({ ...hand, to: ben });
    const text = writeMadr(recordOf(life), texts);
    expect(text).toContain('Ana Alves handed it over to U0BEN');
    expect(text).toContain('  * U0BEN differs: No, none of them');
    expect(text).not.toContain(ana);
    life.ask({ ...hand, ...by(ben), to: cleo });
    expect(writeMadr(recordOf(life), texts)).toContain('decision-makers: ["Ana Alves (U0CLEO)"]');
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
  const record = () => exported(recordOf(acceptedLife()));

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

  it.each([
    ['an answer', 'events', ['events', byType('QuestionAnswered'), 'option'], 'unknown', 'answers 5c: '],
    ['who dissents', 'answers', ['answers', 4, 'dissent', 0, 'option'], 'all', 'answers 2b: dissent'],
    ['a note', 'answers', ['answers', 1, 'notes', 0, 'note'], 'See nothing', 'answers 1b: notes'],
    ['who answered', 'answers', ['answers', 0, 'standing', 'person'], cleo, 'answers 1a: standing'],
    ['a verdict of old', 'events', ['events', byType('VerdictProposed'), 'verdict', 'score'], 9, 'events: the verdict'],
    ['a weight', 'framework', ['framework', 'pillars', 0, 'questions', 0, 'options', 0, 'weight'], -1, 'framework: '],
    ['the owner', 'owner', ['owner'], cleo, 'owner: '],
    ['the rebuttal', 'accepted', ['accepted', 'rebuttal'], 'No', 'accepted: '],
    ['the title and its words', 'words', ['words', wordRef('d1', 'Order fulfilment')], 'Returns', 'words '],
    ['what was answered about tools', 'whatNext', ['whatNext', 'answers', 0, 'option'], 'developers', 'whatNext: '],
  ] as const)('finds %s that was changed in the %s', (_what, _where, path, value, said) => {
    const changed = withValue(exported(recordOf(teamLife())), path, value);
    expect(verifyRecord(decisionRecordSchema.parse(changed), 0).problems).toContainEqual(expect.stringContaining(said));
  });

  it('finds whatever is changed in what the record says itself', () => {
    const whole = exported(recordOf(teamLife()));
    const { format, exportedAt, people, whatNext, sources, framework: _framework, events, words, ...own } = whole;
    const beside = { format, exportedAt, people, whatNext, sources, events, words };
    expect(Object.keys(beside).length).toBe(7);
    const places = leavesOf(own);
    expect(places.length).toBeGreaterThan(150);
    const missed = places.filter(({ path, value }) => {
      const other = typeof value === 'number' ? value + 1 : `${value}x`;
      return verifyRecord(withValue(whole, path, other), 0).problems.length === 0;
    });
    expect(missed).toEqual([]);
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
    writeFileSync(file, JSON.stringify({ ...exported(recordOf(life)), ...change }));
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
