// Every surface there is, one by one: none shows a private answer, the note under it or the part it names before the
// reveal, and each of them does afterwards, so that none of these tests passes for want of looking.
import { describe, expect, test } from 'vitest';
import { loadPrompts } from '../../../src/advisor/load-prompts.ts';
import { writeExplanation } from '../../../src/advisor/write-prompt.ts';
import { decisionFacts } from '../../../src/application/advice/decision-facts.ts';
import { redact } from '../../../src/application/advice/redact.ts';
import { purposes } from '../../../src/application/advisor.ts';
import { answersOf } from '../../../src/domain/decision/answers-of.ts';
import { bestCases } from '../../../src/domain/decision/best-case.ts';
import type { CardKey } from '../../../src/domain/decision/card-keys.ts';
import { summarise } from '../../../src/domain/decision/summary.ts';
import { pillarQuestionIds } from '../../../src/domain/framework.ts';
import { loadFramework } from '../../../src/knowledge/load-framework.ts';
import { loadNextSteps } from '../../../src/knowledge/load-next-steps.ts';
import { createRecordWriter } from '../../../src/records/record-files.ts';
import { renderCard } from '../../../src/slack/cards/render-card.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { stateWords } from '../../../src/slack/lists/decision-line.ts';
import { listMessage } from '../../../src/slack/lists/list-message.ts';
import { statusText } from '../../../src/slack/sentences.ts';
import { addNoteView } from '../../../src/slack/views/add-note.ts';
import { bestCaseView } from '../../../src/slack/views/best-case.ts';
import { changeAnswerView } from '../../../src/slack/views/change-answer.ts';
import { lookView } from '../../../src/slack/views/look.ts';
import { ana, begun, ben, by, type Life, monday } from '../../domain/decision/house.ts';
import { orchestrated } from '../../support/order-fulfilment.ts';
import { dueTogether } from '../cards/lived-decision.ts';
import { cardInput } from '../cards/played-decision.ts';

const { framework, texts } = loadFramework();
const nextSteps = loadNextSteps();
const prompts = loadPrompts();
const writeRecord = createRecordWriter({ texts, nextSteps });
const workspaceUrl = 'https://team.example';

/** What Ana answers in the last pillar, told in two ways: they lead to other results. */
const tellings = {
  one: { choices: { '5a': 'one', '5b': 'one', '5c': 'part' }, part: 'Quokka payments', note: 'Zanzibar says so' },
  other: { choices: { '5a': 'nobody', '5b': 'none', '5c': 'whole' }, part: null, note: 'Wombat says so' },
} as const;
type Telling = (typeof tellings)[keyof typeof tellings];

type Seen = { readonly life: Life; readonly words: ReadonlyMap<string, string> };

/** Four pillars are open to all; Ana has answered the fifth, and Ben has not. */
function answeredInPrivate({ choices, note, part }: Telling): Seen {
  const life = begun([ana, ben]);
  life.ask({ type: 'ChooseTeamMode', ...by(ana), at: monday, revealAfter: null });
  for (const pillar of [1, 2, 3, 4] as const)
    for (const person of [ana, ben])
      for (const question of pillarQuestionIds[pillar]) life.answer(question, orchestrated[question], person);
  life.answer('5a', choices['5a'], ana);
  life.answer('5b', choices['5b'], ana);
  life.answer('5c', choices['5c'], ana, part === null ? null : 'w-part');
  life.ask({ type: 'AddNote', ...by(ana), at: monday, question: '5b', note: 'w-note' });
  const words = new Map([
    ['w-title', 'Order fulfilment'],
    ['w-note', note],
    ...(part === null ? [] : [['w-part', part] as const]),
  ]);
  return { life, words };
}

/** The same, revealed, accepted, and due for a look. */
function revealedAndDue(telling: Telling): Seen {
  const seen = answeredInPrivate(telling);
  const { life } = seen;
  life.ask({ type: 'RevealPillar', ...by(ana), at: monday, pillar: 5 });
  life.accept();
  life.passTime(life.now.look?.dueAt ?? 0);
  return seen;
}

function card(key: CardKey, { life, words }: Seen): unknown {
  return renderCard({ ...cardInput(key, { decision: life.now, words }), nextSteps });
}

/** A digest for the owner of another decision, in which this one is named as well. */
function digest({ life, words }: Seen): unknown {
  const { reminders } = life.now;
  const together = dueTogether.decision.together;
  const named = reminders === 0 || together === null ? null : { ...together, reminder: reminders };
  const others = new Map([['d2', { decision: { ...life.now, decisionId: 'd2', together: named }, words, url: null }]]);
  return renderCard({ ...cardInput('reminder-1', dueTogether), others });
}

function found({ life }: Seen) {
  return { found: [{ summary: summarise(life.now), title: 'Order fulfilment' }], damaged: 0 };
}

function list(kind: 'list' | 'mine' | 'search', seen: Seen): unknown {
  const looked = {
    list: { kind: 'list', channel: 'C1' },
    mine: { kind: 'mine' },
    search: { kind: 'search', words: 'o' },
  } as const;
  return listMessage({ looked: looked[kind], findings: found(seen), filter: 'all', workspaceUrl, now: monday });
}

function file(ending: string, { life, words }: Seen): string {
  const files = writeRecord({
    decision: life.now,
    events: life.events,
    words,
    framework,
    exportedAt: monday,
    names: new Map(),
  });
  const bytes = files.find(({ name }) => name.endsWith(ending))?.bytes;
  return new TextDecoder().decode(bytes);
}

function prompt(purpose: (typeof purposes)[number], { life, words }: Seen): unknown {
  const { answers, roles, verdict } = decisionFacts({ decision: life.now, framework, words, version: 1 });
  const question = redact('Is it settled?', roles);
  return writeExplanation(prompts, { purpose, question, passages: [], answers, verdict, conversation: [] });
}

const modals = {
  change: ({ life, words }: Seen) =>
    pillarQuestionIds[5].map((question) => changeAnswerView({ decision: life.now, framework, words, question })),
  notes: ({ life, words }: Seen) => addNoteView({ decision: life.now, framework, words, pillar: 5, person: ben }),
  'best case': ({ life: { now } }: Seen) =>
    now.verdict === null ? null : bestCaseView(bestCases(now.verdict, answersOf(now), texts), now),
  look: ({ life, words }: Seen) =>
    lookView({
      decision: life.now,
      framework,
      texts,
      words,
      clicked: { decision: 'd1', card: 'reminder-1', occurrence: 1 },
    }),
} as const;

/** Everything somebody other than Ana, and everything outside, can look at. */
const surfaces: readonly (readonly [string, (seen: Seen) => unknown])[] = [
  ...(['root', 'pillar-5', 'recommendation', 'outcome', 'reminder-1'] as const).map(
    (key) => [`the card ${key}`, (seen: Seen) => card(key, seen)] as const,
  ),
  ['a digest of another decision', digest],
  ...Object.entries(modals).map(([name, show]) => [`the modal ${name}`, show] as const),
  ...(['list', 'mine', 'search'] as const).map(
    (kind) => [`/decide ${kind}`, (seen: Seen) => list(kind, seen)] as const,
  ),
  [
    '/decide status',
    ({ life }) => {
      const summary = summarise(life.now);
      return statusText([{ title: 'Order fulfilment', state: stateWords(summary, monday), owner: ana, url: null }]);
    },
  ],
  ['the Home tab', (seen) => homeView({ person: ben, findings: found(seen), workspaceUrl, now: monday })],
  ['the line lists are made from', ({ life }) => summarise(life.now)],
  ['the exported Markdown', (seen) => file('.md', seen)],
  ['the exported JSON', (seen) => file('.json', seen)],
  ...purposes.map((purpose) => [`the prompt for “${purpose}”`, (seen: Seen) => prompt(purpose, seen)] as const),
];

describe.each(surfaces)('%s', (_name, show) => {
  const [one, other] = [tellings.one, tellings.other];
  const text = (seen: Seen) => JSON.stringify(show(seen));

  test('is the same whatever is answered in private, and holds no word of it', () => {
    const shown = text(answeredInPrivate(one));
    expect(shown).toBe(text(answeredInPrivate(other)));
    for (const word of ['Quokka', 'Zanzibar']) expect(shown).not.toContain(word);
  });

  test('tells of it after the reveal', () => {
    expect(text(revealedAndDue(one))).not.toBe(text(revealedAndDue(other)));
  });
});

test('after the reveal the words are there for all: the part, and the note', () => {
  const shown = JSON.stringify(surfaces.map(([, show]) => show(revealedAndDue(tellings.one))));
  for (const word of ['Quokka', 'Zanzibar']) expect(shown).toContain(word);
});

test('a private note is seen by its author', () => {
  const { life, words } = answeredInPrivate(tellings.one);
  const view = addNoteView({ decision: life.now, framework, words, pillar: 5, person: ana });
  expect(JSON.stringify(view)).toContain('Zanzibar says so');
});
