// The outcome of a decision as MADR 4 tells it.
import type { CardTexts } from '../domain/card-texts.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { DecisionRecord } from './decision-record.ts';
import { dateOf, plain } from './markdown.ts';

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
  const score = `${verdict.score > 0 ? '+' : ''}${verdict.score} of 10, votes ${verdict.votes.join(', ')}`;
  const warnings = verdict.warnings.map(
    (warning) => `* ${warning}: ${texts.warnings[warning].title}. ${texts.warnings[warning].text}`,
  );
  return [
    `Recommended: "${styleNames[verdict.style]}"${part}, ${verdict.band}, ${score}, ${verdict.confidence} confidence, ${verdict.answered} of ${verdict.asked} answered.`,
    ...end,
    accepted === null
      ? `State: ${record.status}.`
      : `Accepted by ${accepted.person} on ${dateOf(accepted.at)} in round ${accepted.round}: ${accepted.style}.`,
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
    const title = record.framework.pillars[pillar - 1]?.shortTitle ?? `Pillar ${pillar}`;
    return `* ${title}, ${vote > 0 ? `+${vote}` : vote}: ${said.length === 0 ? 'its answers together' : said.join('; ')}`;
  });
  const rules = verdict.rules.map((rule) => `* ${rule}: ${texts.rules[rule].text}`);
  const lines = [...reasons, ...rules];
  return lines.length === 0 ? [] : ['', 'Because:', '', ...lines];
}

function endedLine({ status }: DecisionRecord, { at, person, reason }: NonNullable<DecisionRecord['ended']>): string {
  return `${status} by ${person} on ${dateOf(at)}${reason === null ? '' : `: ${plain(reason)}`}.`;
}
