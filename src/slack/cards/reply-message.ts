// The message of a reply in a thread: an answer, a proposed answer to confirm, or a word on what would move the verdict.
import type { DelayStage, Reply, ReplyBody } from '../../application/converse/talk-surface.ts';
import { type Framework, findOption, findQuestion, type QuestionId, unknownLabel } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { encodeProposal } from '../proposal-value.ts';
import { clipMarked, mention, words } from '../text.ts';
import { renderAnswer } from './answer-message.ts';
import { actions, button, context, section } from './blocks.ts';
import type { CardMessage } from './card.ts';
import { styleNames } from './style-names.ts';

/** The message. `framework` is the one in force: wording may be improved at any time. */
export function renderReply(reply: Reply, framework: Framework): CardMessage {
  const { body } = reply;
  switch (body.kind) {
    case 'answer':
      return renderAnswer({ ...reply, answer: body.answer });
    case 'explanation':
      return renderExplanation(reply, { ...body, framework });
    case 'proposal':
      return renderProposal(body, framework);
    case 'argument':
      return renderArgument(body, framework);
    case 'delay':
      return renderDelay(body.stage);
    default:
      return body satisfies never;
  }
}

const delays = {
  working: 'I am still looking this up. The answer will appear here.',
  trouble: 'I am having trouble answering this just now. I will try again, and the answer will appear here.',
  over: 'I am sorry, I could not answer this: something went wrong on my side, and it was written down for whoever runs me. Nothing that was recorded is affected. Please ask again in a while.',
  stopped: 'I stopped looking this up. Ask again whenever you like.',
} as const satisfies Readonly<Record<DelayStage, string>>;

function renderDelay(stage: DelayStage): CardMessage {
  return { text: delays[stage], blocks: [section(delays[stage])] };
}

function renderExplanation(
  { id, done }: Reply,
  { answer, question, person, framework }: ExplanationBody & { readonly framework: Framework },
): CardMessage {
  const asks = words(findQuestion(framework, question)?.text ?? question, 300);
  const lead = `*Why we ask ${question}*  ${asks}`;
  const by =
    answer.by === 'passages'
      ? `Shared by ${mention(person)}.`
      : `Explained for the answers so far, shared by ${mention(person)}.`;
  const shown = renderAnswer({ id, done, answer });
  return {
    text: clipMarked(`${lead}\n${by}\n${shown.text}`, limits.messageText),
    blocks: [section(lead), ...shown.blocks, context(by)],
  };
}

type ExplanationBody = Extract<ReplyBody, { kind: 'explanation' }>;
type ProposalBody = Extract<ReplyBody, { kind: 'proposal' }>;
type ArgumentBody = Extract<ReplyBody, { kind: 'argument' }>;

function renderProposal({ decisionId, proposal, standing }: ProposalBody, framework: Framework): CardMessage {
  const { question, option } = proposal;
  const asks = words(findQuestion(framework, question)?.text ?? question, 300);
  const label = labelFor(framework, question, option);
  const lead = `That sounds like an answer to *${question}*: ${asks}`;
  const quoted = `“${words(proposal.words, 300)}”`;
  const now = standing?.startsWith(`${plainLabelFor(framework, question, option)}:`)
    ? 'That is the recorded answer already.'
    : recordedNow(standing);
  const note = 'Nothing is recorded unless somebody clicks. The words become the note under the answer.';
  return {
    text: `${lead}\n${quoted}\n${now}\nRecord “${label}”? ${note}`,
    blocks: [
      section(`${lead}\n${quoted}`),
      actions([
        button({
          id: actionIds.confirm(question, option),
          label: `Record “${label}”`,
          value: encodeProposal({ decision: decisionId, question, option, words: proposal.words }),
          primary: true,
        }),
      ]),
      context(now, note),
    ],
  };
}

function renderArgument({ decisionId, argument, standing }: ArgumentBody, framework: Framework): CardMessage {
  const { question, flip } = argument;
  const asks = words(findQuestion(framework, question)?.text ?? question, 300);
  const lead = `The verdict is computed from the answers, so talking does not move it. What you say is about *${question}*: ${asks}`;
  const now = recordedNow(standing);
  if (flip === null) {
    const others = 'Changing that answer alone would not change the verdict.';
    const value = encodeActionValue({ decision: decisionId, card: 'root', question });
    const change = button({ id: actionIds.changeAnswer(), label: 'Change this answer', value });
    return { text: `${lead}\n${now}\n${others}`, blocks: [section(lead), actions([change]), context(now, others)] };
  }
  const label = labelFor(framework, question, flip.to);
  const effect = `With “${label}” the verdict would be: ${styleNames[flip.style]}.`;
  return {
    text: `${lead}\n${now}\n${effect}`,
    blocks: [
      section(`${lead}\n${effect}`),
      actions([
        button({
          id: actionIds.confirm(question, flip.to),
          label: `Record “${label}”`,
          value: encodeProposal({ decision: decisionId, question, option: flip.to, words: null }),
        }),
      ]),
      context(now),
    ],
  };
}

function recordedNow(standing: string | null): string {
  return standing === null ? 'Nothing is recorded for it yet.' : `Recorded now: ${words(standing, 200)}`;
}

function labelFor(framework: Framework, question: QuestionId, option: string): string {
  return words(plainLabelFor(framework, question, option), 40);
}

/** Not escaped. */
function plainLabelFor(framework: Framework, question: QuestionId, option: string): string {
  return findOption(framework, question, option)?.label ?? unknownLabel;
}
