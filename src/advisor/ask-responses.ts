// Asks over OpenAI's Responses API.
import type OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { answerForms } from './answer-forms.ts';
import { reasonForCode } from './failure.ts';
import { LONGEST_ANSWER } from './limits.ts';
import type { AskModel, ModelPiece } from './model-text.ts';

/** Nothing is stored at the provider (issue 4), and the model has no tools. */
export function createAskResponses(client: OpenAI, model: string): AskModel {
  return async function* askResponses({ instructions, data, form, signal }) {
    const stream = await client.responses.create(
      {
        model,
        instructions,
        input: data,
        stream: true,
        store: false,
        max_output_tokens: LONGEST_ANSWER,
        text: { format: zodTextFormat(answerForms[form], form) },
      },
      { signal },
    );
    for await (const event of stream) {
      const piece = pieceOf(event);
      if (piece !== null) yield piece;
    }
  };
}

function pieceOf(event: ResponseStreamEvent): ModelPiece | null {
  switch (event.type) {
    case 'response.output_text.delta':
      return { kind: 'text', text: event.delta };
    case 'response.refusal.delta':
    case 'response.refusal.done':
      return { kind: 'refused' };
    case 'response.incomplete': {
      const filtered = event.response.incomplete_details?.reason === 'content_filter';
      return filtered ? { kind: 'refused' } : { kind: 'cut-off' };
    }
    case 'response.failed':
      return { kind: 'failed', reason: reasonForCode(event.response.error?.code ?? null) };
    case 'error':
      return { kind: 'failed', reason: reasonForCode(event.code) };
    case 'response.completed':
      return { kind: 'ended' };
    default:
      return null;
  }
}
