// The message of an answer: claims with numbered sources, who wrote it, and what to do where there is no answer.
import type { ContextActionsBlock, KnownBlock } from '@slack/types';
import type { Answer, NumberedClaim, Source } from '../../application/advice/answer.ts';
import type { ReplyBody } from '../../application/converse/talk-surface.ts';
import { encodeFeedback } from '../feedback-value.ts';
import { actionIds } from '../ids.ts';
import { limits } from '../limits.ts';
import { clipMarked, dayWords, link, words } from '../text.ts';
import { context, section } from './blocks.ts';
import type { CardMessage } from './card.ts';

/** An answer to show: `done` is false while claims are still arriving; `id` is the message it answers. */
export type ShownAnswer = {
  readonly id: string;
  readonly done: boolean;
  readonly answer: Extract<ReplyBody, { kind: 'answer' }>['answer'];
};

/** One claim is a sentence or two. */
const CLAIM_LENGTH = 600;
const TITLE_LENGTH = 90;
/** What is quoted from a source, enough to recognise it. */
const QUOTE_LENGTH = 160;
/** Quotes shown of one source: all of them are checked, but they must not fill the message. */
const QUOTES_SHOWN = 3;
/** Sources and nearest passages listed. */
const LISTED = 8;

const writtenBy = {
  model: 'A model wrote this from these sources; every quote was checked against its source. It may still be wrong.',
  passages: 'These are sentences of Downbeat’s own sources, word for word.',
  none: '',
} as const satisfies Readonly<Record<Answer['by'], string>>;

const notInSources = 'That is not in my sources, so I would rather not answer it.';

/** The message. While claims are still arriving it says so and asks for no opinion. */
export function renderAnswer(shown: ShownAnswer): CardMessage {
  const { answer, done } = shown;
  if (done && answer.claims.length === 0) return renderNoAnswer(answer);
  const claims = answer.claims.map(claimLine);
  const listed = answer.sources.slice(0, LISTED);
  const closing = done ? closingBlocks(shown) : [context('Still reading …')];
  const blocks: KnownBlock[] = [...claims.map((claim) => section(claim)), ...closing];
  const spoken = [
    ...claims,
    ...listed.map((source) => `[${source.number}] ${words(source.title, TITLE_LENGTH)}`),
    ...(done ? [writtenBy[answer.by]] : []),
  ];
  return { text: clipMarked(spoken.join('\n'), limits.messageText), blocks };
}

/** A claim with the numbers of its sources. */
export function claimLine({ text, sources }: NumberedClaim): string {
  return `${words(text, CLAIM_LENGTH)}${sources.map((n) => `\u00a0[${n}]`).join('')}`;
}

/** What follows the claims: the sources, who wrote it, and the question whether it helped. */
export function closingBlocks(shown: ShownAnswer): KnownBlock[] {
  return [...sourceBlocks(shown.answer), feedback(shown)];
}

/** An answer where nobody can be asked whether it helped, as in a modal. */
export function answerBlocks(answer: ShownAnswer['answer']): KnownBlock[] {
  if (answer.claims.length === 0) return renderNoAnswer(answer).blocks;
  return [...answer.claims.map((claim) => section(claimLine(claim))), ...sourceBlocks(answer)];
}

function sourceBlocks(answer: ShownAnswer['answer']): KnownBlock[] {
  const said = new Set(answer.claims.map(({ text }) => text));
  const sources = answer.sources.slice(0, LISTED).map((source) => context(sourceLine(source, said)));
  return [...sources, context(writtenBy[answer.by])];
}

function renderNoAnswer({ nearest }: ShownAnswer['answer']): CardMessage {
  const lines = nearest.slice(0, LISTED).map(({ title, links }) => {
    const [first] = links;
    return `•  ${first === undefined ? words(title, TITLE_LENGTH) : link(first.url, words(title, TITLE_LENGTH))}`;
  });
  const near = lines.length === 0 ? [] : [`The nearest I have:\n${lines.join('\n')}`];
  return {
    text: [notInSources, ...near].join('\n'),
    blocks: [section(notInSources), ...near.map((text) => section(text))],
  };
}

/** A source with the words quoted from it; those that stand above as a claim of their own are not said again. */
function sourceLine({ number, title, links, checked, quotes }: Source, said: ReadonlySet<string>): string {
  const [first] = links;
  const name = words(title, TITLE_LENGTH);
  // Most titles are questions, after which a comma would look odd.
  const after = /\p{L}$/u.test(name) ? ', after' : ' After';
  const from = first === undefined ? name : `${name}${after} ${link(first.url, words(first.title, TITLE_LENGTH))}`;
  const unsaid = quotes.filter((quote) => !said.has(quote)).slice(0, QUOTES_SHOWN);
  const quoted = unsaid.map((quote) => `“${words(quote, QUOTE_LENGTH)}”`);
  return [`[${number}]\u00a0 ${from}, checked ${dayWords(Date.parse(`${checked}T12:00:00Z`))}`, ...quoted].join('\n');
}

function feedback({ id, answer }: ShownAnswer): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionIds.feedback(),
        positive_button: { text: { type: 'plain_text', text: 'Helpful' }, value: encodeFeedback(true, id, answer) },
        negative_button: {
          text: { type: 'plain_text', text: 'Not helpful' },
          value: encodeFeedback(false, id, answer),
        },
      },
    ],
  };
}
