// The outcome of a decision as MADR 4 tells it.
import type { CardTexts } from '../domain/card-texts.ts';
import { styles, type Verdict } from '../domain/verdict/verdict.ts';
import type { DecisionRecord } from './decision-record.ts';
import { dateOf, plain } from './markdown.ts';
import { personIn } from './people.ts';

const styleNames = {
  orchestration: 'Orchestrate',
  choreography: 'Choreograph',
  hybrid: 'Split: orchestrate a part, let the rest react',
  open: 'No clear winner',
} as const;

/** What was recommended and why, what became of it, its consequences, and how it is looked after. */
export function outcome(record: DecisionRecord, texts: CardTexts): readonly string[] {
  const { verdict, accepted, ended } = record;
  const end = ended === null ? [] : [endedLine(record, ended)];
  if (verdict === null) return [...end, 'Not yet: questions are still open.'];
  const part = verdict.part === null ? '' : ` (${plain(record.words[verdict.part] ?? '(erased)')})`;
  const votes = verdict.votes.map((vote, index) => `${pillarTitle(record, index + 1)} ${signed(vote)}`);
  const warnings = verdict.warnings.map(
    (warning) => `* **${texts.warnings[warning].title}** (${warning}). ${texts.warnings[warning].text}`,
  );
  return [
    `Recommended: "${styleNames[verdict.style]}"${part}, ${verdict.band}, ${signed(verdict.score)} of 10, ${verdict.confidence} confidence, ${verdict.answered} of ${verdict.asked} answered. Votes: ${votes.join(', ')}.`,
    ...end,
    accepted === null
      ? `State: ${record.status}.`
      : `Accepted by ${personIn(record, accepted.person)} on ${dateOf(accepted.at)} in round ${accepted.round}: ${acceptedStyle(accepted.style)}.`,
    ...(accepted?.rebuttal == null ? [] : [`On the best case for the other style: ${plain(accepted.rebuttal)}`]),
    ...(verdict.contested.length === 0 ? [] : [`Contested: ${verdict.contested.join(', ')}.`]),
    ...becauseLines(record, verdict, texts),
    '',
    '### Consequences',
    '',
    ...(warnings.length === 0 ? ['* No warnings.'] : warnings),
    '',
    '### Confirmation',
    '',
    record.lookDueAt === null ? 'No reassessment is planned.' : `Next reassessment: ${dateOf(record.lookDueAt)}.`,
  ];
}

/** Every reason and every rule that had a say, not only those the card has room for. */
function becauseLines(record: DecisionRecord, verdict: Verdict, texts: CardTexts): readonly string[] {
  const standing = new Map(record.answers.map(({ question, standing: answer }) => [question, answer?.option ?? null]));
  const reasons = [...verdict.reasons, ...verdict.against].map(({ pillar, questions, vote }) => {
    const said = questions.flatMap((question) => {
      const option = standing.get(question);
      const text = option === undefined || option === null ? undefined : texts.options[question][option];
      return text === undefined ? [] : [`${text.short} (${question})`];
    });
    return `* ${pillarTitle(record, pillar)}, ${signed(vote)}: ${said.length === 0 ? 'its answers together' : said.join('; ')}`;
  });
  const rules = verdict.rules.map((rule) => `* ${texts.rules[rule].text} (rule ${rule} of the framework)`);
  const lines = [...reasons, ...rules];
  return lines.length === 0 ? [] : ['', 'Because:', '', ...lines];
}

/** The style that was accepted, as everywhere else in the file. */
function acceptedStyle(style: string): string {
  const known = styles.find((one) => one === style);
  return known === undefined ? style : styleNames[known];
}

function pillarTitle({ framework }: DecisionRecord, number: number): string {
  return framework.pillars[number - 1]?.shortTitle ?? `Pillar ${number}`;
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : `${number}`;
}

function endedLine(record: DecisionRecord, { at, person, reason }: NonNullable<DecisionRecord['ended']>): string {
  const state = record.status === 'rejected' ? 'Rejected' : 'Abandoned';
  return `${state} by ${personIn(record, person)} on ${dateOf(at)}${reason === null ? '' : `: ${plain(reason)}`}.`;
}
