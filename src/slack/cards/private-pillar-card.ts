// The card of a pillar that a team answers in private: the questions, who has answered, never what.
import { questionRecord, type StartedDecision } from '../../domain/decision/decision.ts';
import { whoAnswered } from '../../domain/decision/team.ts';
import type { Pillar, PillarNumber } from '../../domain/framework.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { mentions, words } from '../text.ts';
import { actions, button, context, divider, section } from './blocks.ts';
import type { CardInput, CardMessage } from './card.ts';
import { message, type Piece } from './piece.ts';
import { pillarHeading } from './pillar-heading.ts';
import { asking, meanings, spokenNotes } from './question-piece.ts';

/** This many people are named; the others are counted. */
const peopleNamed = 20;

/** Whether a pillar's answers are private at the moment. */
export function isPrivatePillar({ team }: StartedDecision, pillar: PillarNumber): boolean {
  return team !== null && !team.revealed.includes(pillar);
}

/** The card. Nothing on it depends on what anybody chose, but for who has answered everything. */
export function privatePillarCard(pillar: Pillar, input: CardInput): CardMessage {
  const notes = pillar.questions.map((question) => spokenNotes(question, input)).filter((text) => text !== '');
  return message([
    pillarHeading(pillar, input),
    ...pillar.questions.map((question): Piece => {
      const options = question.options.map(({ label }) => words(label, 40)).join('; ');
      return {
        text: `${question.id}: ${words(question.text, 300)} Options: ${options}.`,
        blocks: [divider(), asking(question, input), meanings(question)],
      };
    }),
    progress(pillar, input),
    { text: notes.join('\n'), blocks: notes.length === 0 ? [] : [context(notes.join('\n'))] },
    buttons(pillar, input),
  ]);
}

function progress({ number }: Pillar, { decision }: CardInput): Piece {
  const done = whoAnswered(decision, number);
  const waiting = decision.invited.filter((person) => !done.includes(person));
  const parts = [
    done.length === 0 ? 'Nobody has answered all of it yet' : `Answered: ${mentions(done, peopleNamed)}`,
    ...(waiting.length === 0 ? [] : [`still to come: ${mentions(waiting, peopleNamed)}`]),
  ];
  const line = parts.join(' · ');
  return { text: `${line}. What anybody chose is private until it is revealed.`, blocks: [divider(), section(line)] };
}

function buttons({ number, questions }: Pillar, { card, decision }: CardInput): Piece {
  const value = encodeActionValue({ decision: decision.decisionId, card, pillar: number });
  const notes = questions.reduce((sum, { id }) => sum + questionRecord(decision, id).notes.length, 0);
  return {
    text: 'Answer with My answers; the owner can reveal what was answered.',
    blocks: [
      actions([
        button({ id: actionIds.myAnswers(number), label: 'My answers', value, primary: true }),
        button({ id: actionIds.reveal(number), label: 'Reveal now', spoken: 'Reveal the answers now', value }),
        button({ id: actionIds.note(number), label: notes === 0 ? 'Add a note' : 'Notes', value }),
      ]),
      context('Your answers are seen by you alone until the pillar is revealed.'),
    ],
  };
}
