// Writes a decision as Markdown in the form of MADR 4, for repositories and wikis.

import { isActive } from '../domain/answers.ts';
import type { CardTexts } from '../domain/card-texts.ts';
import { findQuestion, type SourceLink, unknownOption } from '../domain/framework.ts';
import type { Style } from '../domain/verdict/verdict.ts';
import { factsOf } from '../domain/workflow/facts.ts';
import { formatWorkflow } from '../domain/workflow/format-workflow.ts';
import { factsInWords } from '../domain/workflow/wording.ts';
import type { DecisionRecord } from './decision-record.ts';
import { historyLines, optionWords } from './history.ts';
import { outcome } from './madr-outcome.ts';
import { dateOf, momentOf, paragraphs, plain, section } from './markdown.ts';
import { personIn, personValue } from './people.ts';
import type { WhatNextRecord } from './what-next.ts';

/** What MADR calls our states. */
const madrStatus = {
  withdrawn: 'rejected',
  asking: 'proposed',
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
  abandoned: 'rejected',
  superseded: 'superseded',
} as const satisfies Readonly<Record<DecisionRecord['status'], string>>;

/** Where a flip leads. */
const flipGoals = {
  orchestration: 'orchestration',
  choreography: 'choreography',
  hybrid: 'a split',
  open: 'no clear winner',
} as const satisfies Readonly<Record<Style, string>>;

/** The Markdown of a record. Words people wrote are escaped: they cannot become markup, links or front matter. */
export function writeMadr(record: DecisionRecord, texts: CardTexts): string {
  return `${[
    frontMatter(record),
    `# ${plain(record.title)}`,
    section('Context and Problem Statement', [
      record.framing === null ? 'No framing was written.' : paragraphs(record.framing),
    ]),
    ...(record.workflow === null ? [] : [section('The Workflow', workflowLines(record.workflow))]),
    section('Considered Options', [
      '* Orchestrate',
      '* Choreograph',
      '* Split: orchestrate a part, let the rest react',
    ]),
    section('Decision Outcome', outcome(record, texts)),
    section('Answers', answerLines(record)),
    section('What would change it', flipLines(record, texts)),
    ...(record.whatNext === null ? [] : [section('What next', whatNextLines(record, record.whatNext))]),
    section('History', historyLines(record)),
    section('More Information', moreLines(record)),
  ].join('\n\n')}\n`;
}

function frontMatter(record: DecisionRecord): string {
  const last = record.events.at(-1)?.at ?? record.exportedAt;
  const successor = record.successor === null ? '' : ` by ${record.successor}`;
  const consulted = record.participants.filter((person) => person !== record.owner);
  return [
    '---',
    `status: ${JSON.stringify(`${madrStatus[record.status]}${successor}`)}`,
    `date: ${dateOf(last)}`,
    `decision-makers: [${personValue(record, record.owner)}]`,
    `consulted: [${consulted.map((person) => personValue(record, person)).join(',')}]`,
    '---',
  ].join('\n');
}

/** The steps as they can be typed again, and what is counted on them. */
function workflowLines({ steps }: NonNullable<DecisionRecord['workflow']>): readonly string[] {
  const lines = formatWorkflow({ steps })
    .split('\n')
    .map((line, place) => `${place + 1}. ${plain(line)}`);
  return [...lines, '', ...factsInWords(factsOf({ steps })).map((fact) => `* ${plain(fact)}`)];
}

/** Every question with what stands; a switched-off one keeps its answer and says that it does not count. */
function answerLines(record: DecisionRecord): readonly string[] {
  const standingChoices = record.answers.flatMap(({ question, standing }) =>
    standing === null ? [] : [[question, standing.option]],
  );
  const answers = { choices: Object.fromEntries(standingChoices), part: null };
  return record.answers.flatMap(({ question, standing, dissent, notes }) => {
    if (question === '6a' && standing === null && notes.length === 0) return [];
    const asked = findQuestion(record.framework, question)?.text ?? question;
    const counts = isActive(question, answers);
    const said =
      standing === null
        ? `**${notGiven(dissent.length > 0, counts)}**`
        : `**${optionWords(record.framework, question, standing)}** (${personIn(record, standing.person)}, ${dateOf(standing.at)})`;
    return [
      `* **${question}** ${asked} ${said}${standing === null || counts ? '' : ', which does not count now'}`,
      ...dissent.map(
        (answer) =>
          `  * ${personIn(record, answer.person)} differs: ${optionWords(record.framework, question, answer)} (${dateOf(answer.at)})`,
      ),
      ...notes.map(({ note, person, at }) => `  * Note by ${personIn(record, person)}, ${dateOf(at)}: ${plain(note)}`),
    ];
  });
}

/** Said in place of an answer. */
function notGiven(differ: boolean, counts: boolean): string {
  if (differ) return 'No common answer';
  return counts ? 'Not answered' : 'Not asked';
}

function flipLines({ verdict }: DecisionRecord, texts: CardTexts): readonly string[] {
  if (verdict === null || verdict.tooLittle) return ['Too little is answered to say.'];
  if (verdict.flips.length === 0) return ['No single answer would, and no pair of answers.'];
  return verdict.flips.map(({ changes, style }) => {
    const conditions = changes.map(({ question, to }) =>
      to === unknownOption ? texts.unknowns[question] : (texts.options[question][to]?.observation ?? to),
    );
    return `* To ${flipGoals[style]} if ${conditions.join(' and ')} (${changes.map(({ question, to }) => `${question}: ${to}`).join(', ')})`;
  });
}

/** What was answered about tools, and the candidates that names, each with its source. */
function whatNextLines(record: DecisionRecord, { answers, candidates, checked }: WhatNextRecord): readonly string[] {
  return [
    ...answers.map(
      ({ at, label, person, text }) =>
        `* ${plain(text)} **${plain(label)}** (${personIn(record, person)}, ${dateOf(at)})`,
    ),
    ...(candidates.length === 0 ? [] : ['', `Candidates, from the table of tools checked on ${checked}:`, '']),
    ...candidates.map(({ reason, sources, tool }) => {
      const why = reason === null ? '' : `: ${plain(reason)}`;
      return `* **${plain(tool)}**${why}${sources.map(({ url }) => ` <${url}>`).join('')}`;
    }),
  ];
}

/** Versions, relations to other decisions and sources, a paragraph or a list each. */
function moreLines(record: DecisionRecord): readonly string[] {
  const { origin } = record;
  const unknown = record.verdict?.unanswered ?? [];
  const paragraphs = [
    `Decision ${record.decisionId}, written down on ${momentOf(record.exportedAt)}. Framework ${record.framework.version}, wording ${record.framework.wordingVersion}. Days and times are in UTC; people who could not be named are given by their ids in Slack.`,
    ...(unknown.length === 0 ? [] : [`Still unknown: ${unknown.join(', ')}.`]),
    ...(origin === null
      ? []
      : [origin.kind === 'supersedes' ? `Supersedes ${origin.decisionId}.` : `Follows ${origin.decisionId}.`]),
    ...(record.successor === null ? [] : [`Superseded by ${record.successor}.`]),
    ...record.followUps.map((id) => `Followed up by ${id}.`),
    ...(record.sources.length === 0 ? [] : ['Sources:', record.sources.map(sourceLine).join('\n')]),
  ];
  return [paragraphs.join('\n\n')];
}

function sourceLine({ title, url }: SourceLink): string {
  return `* ${plain(title)}: <${url}>`;
}
