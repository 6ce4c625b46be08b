// The expected "no": a value with words for the person who asked.

const wordsByReason = {
  'already-started': 'This decision has already begun.',
  'not-started': 'There is no such decision any more. Nothing was recorded. Start one with `/decide`.',
  outsider:
    'Only people of the workspace this decision belongs to can answer it. Nothing was recorded. Ask one of them to click for you.',
  'unknown-question': 'That question is not part of this decision’s framework. Nothing was recorded.',
  'unknown-option': 'That answer is not one of the options. Nothing was recorded.',
  'part-needs-name': 'Say which part you mean: the answer is recorded once the part has a name.',
  'switched-off': 'That question does not apply at the moment because of another answer. Nothing was recorded.',
  'pillar-not-reached': 'That pillar has not been asked yet. Nothing was recorded.',
} as const;

/** Why a command was refused. */
export type RefusalReason = keyof typeof wordsByReason;

/** A refused command: the reason for programs, the words for the person. */
export type Refusal = { readonly reason: RefusalReason; readonly words: string };

/** The refusal for a reason, with its words. */
export function refusal(reason: RefusalReason): Refusal {
  return { reason, words: wordsByReason[reason] };
}
