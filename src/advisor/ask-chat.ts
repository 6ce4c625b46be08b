// Asks over Chat Completions, for servers that speak nothing else.
import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { answerForms } from './answer-forms.ts';
import type { AskModel, ModelPiece } from './model-text.ts';

/** `store` is left out: its default there is not to store, and lesser servers refuse fields they do not know. */
export function createAskChat(client: OpenAI, model: string): AskModel {
  return async function* askChat({ instructions, data, form, signal }) {
    const stream = await client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: data },
        ],
        stream: true,
        response_format: zodResponseFormat(answerForms[form], form),
      },
      { signal },
    );
    for await (const chunk of stream) yield* piecesOf(chunk);
  };
}

function* piecesOf(chunk: ChatCompletionChunk): Iterable<ModelPiece> {
  const [choice] = chunk.choices;
  if (choice === undefined) return;
  const { content, refusal } = choice.delta;
  if (refusal) yield { kind: 'refused' };
  if (content) yield { kind: 'text', text: content };
  switch (choice.finish_reason) {
    case 'stop':
      yield { kind: 'ended' };
      break;
    case 'content_filter':
      yield { kind: 'refused' };
      break;
    case null:
      break;
    default:
      yield { kind: 'cut-off' };
  }
}
