// Every sentence Downbeat says outside its cards: what happened, what was kept, what to do next (design.md §9).
import type { PlaceProblem } from '../application/card-surface.ts';
import type { PersonId } from '../domain/decision/refs.ts';
import type { Refusal } from '../domain/decision/refusal.ts';
import { link, mention, words } from './text.ts';

const placeProblems = {
  'not-in-channel':
    'Downbeat is not in this channel yet, so nothing was started. Type `/invite @Downbeat` here, then try again.',
  'channel-not-found':
    'Downbeat cannot see this conversation, so nothing was started. In a private channel, type `/invite @Downbeat` and try again. A direct message between people it cannot join: use a channel, or Downbeat’s own messages.',
  archived:
    'This channel is archived and takes no more messages. Nothing was started. Use `/decide` in a channel that is in use.',
  'read-only':
    'Only some people may post in this channel, and Downbeat is not one of them. Nothing was started. Use another channel, or ask an admin to let Downbeat post here.',
  'thread-only':
    'In this channel new messages are allowed only in threads. Nothing was started. Open a thread and write `@Downbeat decide` with your title in it.',
  'not-threadable':
    'This channel allows no threads, and a decision lives in one. Nothing was started. Use `/decide` in another channel.',
  'thread-locked':
    'This thread is locked, so Downbeat cannot write in it. What is recorded is kept. Ask an admin to unlock it, or use `/decide` in the channel.',
  restricted:
    'A rule of this workspace keeps Downbeat from posting here. Nothing was started. Use another channel, or ask an admin about it.',
  'messages-tab-off':
    'Downbeat’s own messages are switched off in this workspace. Nothing was started. Use `/decide` in a channel, or ask an admin to switch them on.',
  'message-limit':
    'This workspace has used up its messages for now, so Slack takes no more. Nothing was started. Try again later.',
} as const satisfies Readonly<Record<PlaceProblem, string>>;

/** Why Downbeat cannot post where it was asked to, and what to do instead. */
export function placeProblemSentence(problem: PlaceProblem): string {
  return placeProblems[problem];
}

/**
 * While a card somebody waits for meets an outage of Slack's. The post may have succeeded without our hearing of it, so it
 * must not say that there is no card.
 */
export function cardLateSentence(card: 'first' | 'next'): string {
  return card === 'first'
    ? 'Your decision is recorded, but Slack has not confirmed its card yet. If you do not see it, it comes as soon as Slack takes it. There is no need to start it again.'
    : 'What you clicked is recorded, but Slack has not confirmed the next card yet. If you do not see it, it comes as soon as Slack takes it. There is no need to click again.';
}

const storeFailures = {
  unreachable:
    'That was not recorded: Downbeat cannot reach its store at the moment. Everything recorded before is kept. Please try again in a minute.',
  silent:
    'That may not be recorded: the store did not answer in time. The card shows what is. Doing it again is safe, nothing is counted twice.',
  refused:
    'That was not recorded: the store takes nothing new at the moment. Everything recorded before is kept. Whoever runs Downbeat has to look at it; then try again.',
} as const;

/** How the store failed: not reached, no answer in time, or an answer that it cannot write (design.md §5). */
export type StoreFailure = keyof typeof storeFailures;

/** What became of something a person did while the store was failing. */
export function storeFailureSentence(failure: StoreFailure): string {
  return storeFailures[failure];
}

/** The same for a start, which is the one thing that is not safe to do again at once: it would start a second decision. */
export function storeFailureAtStartSentence(failure: StoreFailure): string {
  return failure === 'silent'
    ? 'The decision may not have been started: the store did not answer in time. Wait a moment; if no card appears here, start it again.'
    : storeFailures[failure].replace('recorded:', 'started:');
}

/** The same for a question put to Downbeat. */
export function storeFailureAtQuestionSentence(failure: StoreFailure): string {
  return failure === 'silent'
    ? 'Your question may be lost: Downbeat’s store did not answer in time. If no answer comes within a minute, please ask again.'
    : 'Your question was not taken: Downbeat’s store takes nothing new at the moment. Everything recorded before is kept. Please ask again in a minute.';
}

/** A refusal, and who could do what was asked. */
export function refusalSentence({ words: said, who }: Refusal): string {
  return who === null ? said : `${said} The owner is ${mention(who)}.`;
}

/** For anything nobody foresaw. Says no more than is known. */
export const accidentSentence =
  'Something went wrong in Downbeat, and it was written down for whoever runs it. The card shows what is recorded. Doing it again is safe, nothing is counted twice.';

/** For a button or modal whose content Downbeat cannot read, such as one of an older version. */
export const unreadableSentence =
  'Downbeat no longer understands this button, so nothing was recorded. Please use the newest card in the thread.';

/** For a question asked in a form that Slack did not let into the thread, as far as Downbeat knows. */
export const questionNotPutSentence =
  'Slack did not confirm your question, so it is not being answered. Please ask it again in the thread: @Downbeat and your question.';

/** For whoever stopped an answer. */
export const stoppedSentence = 'I stopped. Nothing was recorded. Ask again whenever you like.';

/** What an outdated copy of a card becomes once it was clicked; `url` leads to the card that counts. */
export function staleCardSentence(url: string | null): string {
  const where = url === null ? 'is further down in this thread' : `is ${link(url, 'over here')}`;
  return `This is an older copy of the card, so the click was not recorded. The one that counts ${where}.`;
}

/** One decision a thread: a second start leads to the first. */
export function threadTakenSentence(url: string | null): string {
  const which = url === null ? 'a decision' : link(url, 'a decision');
  return `This thread already has ${which}, and one thread holds one. Nothing new was started. To begin another, use \`/decide\` in the channel.`;
}

/** What `/decide help` and `@Downbeat help` answer. */
export const helpText = [
  '*Downbeat helps a team decide how services should work together*: orchestrated, choreographed, or split.',
  'It asks fifteen questions in five cards, one click each, and ends with a recommendation and its reasons.',
  '',
  '•  `/decide Order fulfilment` starts a decision with that title here',
  '•  `/decide` asks for the title and a few details first',
  '•  `/decide list` and `/decide status` show the decisions of this channel',
  '•  `/decide mine` shows those you own, `/decide search refund` those with that word in the title',
  '•  `/decide new help` starts a decision that is called “help”; `new` works before any title',
  '•  `/decide help` shows this',
  '',
  'Questions are welcome: write `@Downbeat` and your question, best in the thread of a decision.',
  'Inside a thread, where Slack has no slash commands: write `@Downbeat decide` and a title, or choose *Decide this* from the menu of a message.',
].join('\n');

/** For a command without a single letter in it, which can be no title. */
export function noTitleSentence(typed: string): string {
  return `“${words(typed, 60)}” has no letter in it, so it cannot be a title. Nothing was started. Try \`/decide Order fulfilment\`, or \`/decide help\`.`;
}

/** For `new` with nothing after it. */
export const newNeedsTitleSentence =
  'A title has to follow `new`. Nothing was started. Try `/decide new Order fulfilment`, or `/decide` alone for a form.';

/** For a mention that is not understood. */
export const mentionHelpSentence =
  'To start a decision in this thread, write `@Downbeat decide` and a title. `@Downbeat help` shows what else there is.';

/** One decision for a list: its title's words, how it stands, whose it is, and where. */
export type StatusEntry = {
  readonly title: string;
  readonly state: string;
  readonly owner: PersonId;
  readonly url: string | null;
};

/** Decisions shown in a list; more are counted. */
const entriesShown = 10;

/** Answers a list of which a person may see nothing: it is not known where they are, or they are not in the channel. */
export const hiddenSentences = {
  unknown:
    'Slack does not say at the moment which channels you are in, so nothing is shown. Please try again in a minute.',
  outside: 'You are not in this channel, so its decisions are not shown to you. Join it first, or ask somebody in it.',
} as const;

/** What `/decide status` answers: the channel's decisions, the newest first as given. */
export function statusText(entries: readonly StatusEntry[]): string {
  if (entries.length === 0)
    return 'No decision was started in this channel yet. Start one with `/decide` and a title, such as `/decide Order fulfilment`.';
  const lines = entries.slice(0, entriesShown).map(statusLine);
  const more = entries.length - lines.length;
  const count = entries.length === 1 ? '1 decision' : `${entries.length} decisions`;
  return [`*${count} in this channel*`, ...lines, ...(more > 0 ? [`and ${more} older`] : [])].join('\n');
}

function statusLine({ owner, state, title, url }: StatusEntry): string {
  const name = words(title, 80);
  return `•  ${url === null ? name : link(url, name)}  ${state} · owner ${mention(owner)}`;
}
