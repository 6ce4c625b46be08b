// Brings one card's message in line with its decision: posts it once, edits it afterwards, replaces it when it is gone.

import { type CardKey, cardEffect } from '../domain/decision/card-keys.ts';
import type { StartedDecision } from '../domain/decision/decision.ts';
import { nextCard } from '../domain/decision/react.ts';
import type { WordRef } from '../domain/decision/refs.ts';
import { acceptanceBeforeRound } from '../domain/decision/since-acceptance.ts';
import type { Urgency } from '../domain/decision/urgency.ts';
import { editsOf, postsTo, updatesFor } from './allowances.ts';
import type { CardEntry, ReplyUrl } from './card-ledger.ts';
import type { CardParts } from './card-parts.ts';
import type { DrawnCard, Message, PlaceProblem } from './card-surface.ts';
import { personOf, targetOf } from './card-target.ts';
import type { ShownCard } from './card-writes.ts';
import type { DecisionAddress } from './decision-store.ts';
import { hasNobody, passOver } from './nobody-there.ts';
import { noteRefused, noteTaken, patienceWith } from './note-place.ts';
import { again, type Ran } from './ran.ts';
import { relatedDecisions, relatedTo } from './related-decisions.ts';
import { orTellOfDelay } from './tell-delay.ts';

/** What a worker is to do afterwards. `shown` is what an edit has left to be noted in the ledger when the write ends. */
export type CardRan = { readonly done: true; readonly shown?: ShownCard } | Extract<Ran, { done: false }>;

/** A card to be shown, what the store holds for drawing it, and whether somebody waits for it. */
export type ToShow = {
  readonly address: DecisionAddress;
  readonly card: CardKey;
  readonly decision: StartedDecision;
  readonly entries: ReadonlyMap<string, CardEntry>;
  readonly words: ReadonlyMap<WordRef, string>;
  readonly urgency: Urgency;
};

/** A card about to be shown. */
type Showing = Omit<ToShow, 'entries' | 'words'> & { readonly parts: CardParts; readonly drawn: DrawnCard };

/** A post whose outcome is unknown is looked for only after this long: Slack may still be working on it. */
const SETTLE_AFTER_MS = 3_000;
/** The root card leads to the card that is due next, so it is edited once that one stands: one edit a pillar, not two. */
const NEXT_CARD_MS = 300;
/** It waits no longer than this, so that progress is seen even where the next card is held up. */
const NEXT_CARD_PATIENCE_MS = 5_000;

/** Shows the card as the decision is now. Done means: people see it, or it is not due yet. */
export async function showCard(parts: CardParts, toShow: ToShow): Promise<CardRan> {
  const { address, card, decision, entries, words, urgency } = toShow;
  const [framework, others] = await Promise.all([
    parts.frameworks.of(address.team, decision.framework),
    relatedDecisions(parts, address.team, relatedTo(card, decision)),
  ]);
  const accepted = acceptanceBeforeRound(decision)?.framework ?? decision.framework;
  const acceptedFramework =
    accepted === decision.framework ? {} : { acceptedFramework: await parts.frameworks.of(address.team, accepted) };
  if (card === 'root' && waitsForNext(decision, entries, parts.now())) return again(NEXT_CARD_MS);
  const inWords = card === 'recommendation' ? await parts.verdictInWords(address, decision) : null;
  const drawn = parts.surface.draw({
    card,
    decision,
    words,
    framework,
    messages: standing(entries),
    others,
    ...acceptedFramework,
    ...(parts.frameworks.current.version === decision.framework ? {} : { newerFramework: parts.frameworks.current }),
    ...(inWords === null ? {} : { inWords }),
  });
  if (drawn === null) return { done: true };
  const showing: Showing = { parts, address, card, decision, drawn, urgency };
  const entry = entries.get(card) ?? null;
  if (entry?.state === 'posted')
    return entry.shown === drawn.fingerprint ? placed(showing, entry) : edit(showing, entry);
  return entry === null ? post(showing) : settle(showing, entry);
}

/** Whether the next card has yet to appear, and may any moment. */
function waitsForNext(decision: StartedDecision, entries: ReadonlyMap<string, CardEntry>, now: number): boolean {
  if (decision.place === null || entries.get(nextCard(decision))?.state === 'posted') return false;
  const age = now - decision.touchedAt;
  return age >= 0 && age < NEXT_CARD_PATIENCE_MS;
}

function standing(entries: ReadonlyMap<string, CardEntry>): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  for (const [card, entry] of entries) if (entry.state === 'posted') messages.set(card, entry);
  return messages;
}

/** A post was begun and its outcome is not known: look for it before anything else is posted. */
async function settle(showing: Showing, entry: Extract<CardEntry, { state: 'posting' }>): Promise<CardRan> {
  const { parts, address, card, decision } = showing;
  const age = parts.now() - entry.since;
  if (age >= 0 && age < SETTLE_AFTER_MS) return again(SETTLE_AFTER_MS - age);
  const marker = { decisionId: address.decisionId, card, nonce: entry.nonce };
  const found = await orTellOfDelay(showing, () => parts.surface.find(targetOf(decision, card), marker, entry.since));
  // A reminder nobody can look for is not repeated: the root card shows it due (design.md §5).
  if (found.outcome === 'not-allowed' && card.startsWith('reminder-')) return { done: true };
  if (found.outcome !== 'found') return post(showing);
  await parts.ledger.posted(address, card, { ...found.message, shown: null });
  await leadToIt(showing);
  return edit(showing, { ...found.message });
}

async function post(showing: Showing): Promise<CardRan> {
  const { parts, address, card, decision, drawn, urgency } = showing;
  if (await hasNobody(showing)) return passOver(showing);
  const target = targetOf(decision, card);
  const wait = await parts.pace.take(address.team, postsTo(target.channel, urgency), parts.now());
  if (wait > 0) return again(wait);
  const begun = await parts.ledger.beginPosting(address, card, { nonce: parts.nonce(), since: parts.now() });
  if (begun.state === 'posted') return edit(showing, begun);
  const marker = { decisionId: address.decisionId, card, nonce: begun.nonce };
  const posted = await orTellOfDelay(showing, () => parts.surface.post(target, drawn, marker));
  if (posted.outcome === 'no-person') return passOver(showing);
  if (posted.outcome === 'no-place') return noPlace(showing, posted.problem);
  await parts.ledger.posted(address, card, { ...posted.message, shown: drawn.fingerprint });
  await noteTaken(showing);
  await leadToIt(showing);
  return placed(showing, posted.message);
}

async function edit(showing: Showing, message: Message): Promise<CardRan> {
  const { parts, address, card, drawn, urgency } = showing;
  const taken = await parts.writes.takeEdit(address, { card, allowance: editsOf(address, card), now: parts.now() });
  if (taken.wait > 0) return again(taken.wait);
  if (taken.reply === null || !(await redrawThroughClick(showing, taken.reply))) {
    const updates = await parts.pace.take(address.team, updatesFor(urgency), parts.now());
    if (updates > 0) return again(updates);
    const marker = { decisionId: address.decisionId, card, nonce: '' };
    const edited = await parts.surface.edit(message, drawn, marker);
    if (edited.outcome === 'no-place') {
      await noteRefused(showing, edited.problem);
      return again(patienceWith(edited.problem, showing.decision, parts.now()));
    }
    if (edited.outcome !== 'edited') {
      await parts.ledger.forget(address, card);
      return post(showing);
    }
  }
  const ran = await placed(showing, message);
  return ran.done ? { ...ran, shown: { ...message, shown: drawn.fingerprint } } : ran;
}

/** The clicked message is redrawn through the newest click's address: `chat.update` is rationed, this is not. */
async function redrawThroughClick({ parts, address, card, drawn }: Showing, { url }: ReplyUrl): Promise<boolean> {
  const redrawn = await parts.surface.redraw(url, drawn);
  if (!redrawn) await parts.ledger.dropReplyUrl(address, card);
  return redrawn;
}

/** A card has a new message: the root card, which leads to it, must be made right as well. */
async function leadToIt({ parts, address, card, decision, urgency }: Showing): Promise<void> {
  if (card === 'root' || personOf(decision, card) !== null) return;
  await parts.owed.owe(address, cardEffect('root'), urgency);
  parts.nudger.nudge(address, [cardEffect('root')], urgency);
}

/** The message stands. A root card opens the thread that everything else goes to. */
async function placed({ parts, address, card, decision }: Showing, message: Message): Promise<CardRan> {
  if (card !== 'root' || decision.place !== null) return { done: true };
  const place = { channel: message.channel, threadTs: decision.requestedThread ?? message.ts };
  await parts.handleCommand({
    ...address,
    deliveryKey: `open:${address.decisionId}`,
    command: { type: 'OpenThread', at: parts.now(), place },
  });
  return { done: true };
}

/** The place takes no messages. A decision that never got a root card is withdrawn, and its starter told why. */
async function noPlace(showing: Showing, problem: PlaceProblem): Promise<CardRan> {
  const { parts, address, card, decision } = showing;
  await parts.ledger.forget(address, card);
  await noteRefused(showing, problem);
  if (card !== 'root' || decision.place !== null) return again(patienceWith(problem, decision, parts.now()));
  const reply = await parts.ledger.takeReplyUrl(address, 'start', parts.now());
  await parts.handleCommand({
    ...address,
    deliveryKey: `withdraw:${address.decisionId}`,
    command: { type: 'WithdrawStart', at: parts.now(), problem },
  });
  if (reply !== null) await parts.surface.tellPlaceProblem(reply.url, problem);
  return { done: true };
}
