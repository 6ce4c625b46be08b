// The framework's closing questions: has the scope moved, and can a part become a workflow of its own?
import type { StartedDecision } from '../../domain/decision/decision.ts';
import type { Look } from '../../domain/decision/look-record.ts';
import type { ScopeAnswer } from '../../domain/reassessment/scope.ts';
import { encodeActionValue } from '../action-value.ts';
import { actionIds } from '../ids.ts';
import { actions, button, divider, section } from './blocks.ts';
import type { CardInput } from './card.ts';
import { nothing, type Piece } from './piece.ts';

const scopes: readonly (readonly [string, ScopeAnswer])[] = [
  ['About the same', { question: 'scope', answer: 'same' }],
  ['It has grown', { question: 'scope', answer: 'grown' }],
  ['It has shrunk', { question: 'scope', answer: 'shrunk' }],
];
const isolations: readonly (readonly [string, ScopeAnswer])[] = [
  ['No', { question: 'isolation', answer: 'no' }],
  ['Yes, a part can', { question: 'isolation', answer: 'yes' }],
];

/** Whether a look asks them and nobody has answered yet. */
export function asksScopeAt({ scopeAsked }: StartedDecision, { occurrence }: Look): boolean {
  return scopeAsked?.occurrence === occurrence && scopeAsked.answers.scope === null;
}

/** Both questions with their buttons, and the way to a decision for a part; nothing while they are not asked. */
export function scopePiece(input: Pick<CardInput, 'card' | 'decision'>): Piece {
  const { card, decision } = input;
  if (decision.scopeAsked === null) return nothing;
  const { isolation, scope } = decision.scopeAsked.answers;
  const value = encodeActionValue({ decision: decision.decisionId, card });
  const row = (choices: typeof scopes, chosen: string | null) =>
    actions(
      choices.map(([label, answer]) => {
        const given = answer.answer === chosen;
        const shown = given ? `✓ ${label}` : label;
        return button({ id: actionIds.scope(answer), label: shown, spoken: shown, value, primary: given });
      }),
    );
  const follow = button({ id: actionIds.followUp(), label: 'Decide about that part', value });
  return {
    text: 'Two closing questions: is the workflow of the same size, and can a part become a workflow of its own?',
    blocks: [
      divider(),
      section('*Is the workflow still of the same size?*'),
      row(scopes, scope),
      section('*Can a part be taken out into a workflow of its own?*'),
      row(isolations, isolation),
      ...(isolation === 'yes' ? [actions([follow])] : []),
    ],
  };
}
