// The expected "no": a value with words for the person who asked.
import type { PersonId } from './refs.ts';

const wordsByReason = {
  'already-started': 'This decision has already begun.',
  'not-started': 'There is no such decision any more. Nothing was recorded. Start one with `/decide`.',
  outsider:
    'Only people of the workspace this decision belongs to can answer it. Nothing was recorded. Ask one of them to click for you.',
  'unknown-option': 'That answer is not one of the options. Nothing was recorded.',
  'part-needs-name': 'Say which part you mean: the answer is recorded once the part has a name.',
  'switched-off': 'That question does not apply at the moment because of another answer. Nothing was recorded.',
  'pillar-not-reached': 'That pillar has not been asked yet. Nothing was recorded.',
  'owner-only': 'Only the owner of this decision can do that. Nothing was recorded.',
  'not-open':
    'This decision is settled, so its answers stand. Nothing was recorded. Its owner can reopen it, or say in the next look what changed.',
  'answers-began': 'Somebody has answered already, so this decision stays open to all. Nothing was changed.',
  'no-team': 'This decision is answered in the open, so there is nothing to reveal.',
  'nothing-to-accept':
    'There is no clear recommendation to accept yet. Nothing was recorded. Answer what is still open first.',
  'best-case-first': 'Before it is accepted, read the best case for the other style. Nothing was recorded.',
  'result-moved':
    'The recommendation has changed while you were reading. Nothing was recorded. Close this and press Accept again to read the case against the new one.',
  'nothing-to-settle':
    'That does not fit the state this decision is in now. Nothing was recorded. The root card shows it.',
  'look-over': 'That look is over or not due. Nothing was recorded. The newest reminder shows what is asked.',
  'not-watched': 'That is not one of the things this look asks about. Nothing was recorded.',
  'not-asked': 'That question is not asked at the moment. Nothing was recorded.',
  'no-looks': 'No look is planned for this decision. Nothing was recorded.',
  'date-past': 'That day has passed. Nothing was recorded. Choose a later one.',
  'no-steps': 'This decision has no such steps. Nothing was recorded. Give them with *Steps* on the root card.',
  'already-known': 'That question has an answer already. Nothing was recorded. Change the answer instead.',
  'same-framework': 'This decision already counts by the framework in force.',
} as const;

/** Why a command was refused. */
export type RefusalReason = keyof typeof wordsByReason;

/** A refused command: the reason for programs, the words for the person, and who could do it, where somebody could. */
export type Refusal = { readonly reason: RefusalReason; readonly words: string; readonly who: PersonId | null };

/** The refusal for a reason, with its words. `who` is the person who may do what was asked. */
export function refusal(reason: RefusalReason, who: PersonId | null = null): Refusal {
  return { reason, words: wordsByReason[reason], who };
}
