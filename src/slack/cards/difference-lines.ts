// Why a verdict moved since it was accepted: because of the answers, of the framework, or of both.
import { isActive } from '../../domain/answers.ts';
import { answersOf } from '../../domain/decision/answers-of.ts';
import { acceptanceBeforeRound } from '../../domain/decision/since-acceptance.ts';
import type { QuestionId } from '../../domain/framework.ts';
import { type Basis, type Difference, explainDifference } from '../../domain/reassessment/difference.ts';
import { words } from '../text.ts';
import type { CardInput } from './card.ts';
import { headline } from './headline.ts';
import { styleNames } from './style-names.ts';
import { labelOf, signed } from './wording.ts';

const labelRoom = 40;

/** A few lines; none where nothing was accepted or there is no verdict. */
export function differenceLines(input: CardInput): readonly string[] {
  const { decision, framework } = input;
  const { verdict } = decision;
  const acceptance = acceptanceBeforeRound(decision);
  if (acceptance === null || verdict === null) return [];
  const before = { choices: acceptance.choices, part: acceptance.part };
  // The accepted framework is asked for only where it differs; without it the new one explains what it can.
  const old = { framework: input.acceptedFramework ?? framework, answers: before };
  const now = { framework, answers: answersOf(decision) };
  const difference = explainDifference(old, now);
  const was = acceptance.verdict;
  const result =
    was.style === verdict.style
      ? `*The result stays:* ${headline(verdict, input)} (${signed(was.score)} before, ${signed(verdict.score)} now).`
      : `*New recommendation:* ${headline(verdict, input)}. It was ${styleNames[was.style]} (${signed(was.score)}), now ${styleNames[verdict.style]} (${signed(verdict.score)}).`;
  return [result, ...because(difference, old, now)];
}

function because({ cause, changed, frameworkChanged }: Difference, old: Basis, now: Basis): readonly string[] {
  const moved = changed.map(
    ({ question, from, to }) =>
      `${question} from ${answerWords(question, from, old)} to ${answerWords(question, to, now)}`,
  );
  const answers = moved.length === 0 ? 'No counted answer differs.' : `Changed: ${moved.join('; ')}.`;
  const why = {
    nothing: frameworkChanged ? 'It counts by a new version of the framework.' : '',
    answers: 'The answers alone moved it.',
    framework: 'The new version of the framework alone moved it.',
    either: 'The answers alone would have moved it, and so would the new version of the framework.',
    both: 'Only the answers and the new version of the framework together moved it.',
  }[cause];
  return why === '' ? [answers] : [answers, why];
}

/** An answer as it counted; another answer may have switched its question off. */
function answerWords(question: QuestionId, option: string | null, { framework, answers }: Basis): string {
  if (option !== null) return `“${words(labelOf(framework, question, option), labelRoom)}”`;
  return isActive(question, answers) ? 'not answered' : 'not asked';
}
