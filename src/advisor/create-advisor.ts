// The advisor over a server that speaks OpenAI's protocol.
import OpenAI from 'openai';
import type { Advisor } from '../application/advisor.ts';
import { type AdvisorSettings, advisorVersion } from './advisor-settings.ts';
import { answerForms } from './answer-forms.ts';
import { createAskChat } from './ask-chat.ts';
import { createAskResponses } from './ask-responses.ts';
import { CALL_DEADLINE_MS } from './limits.ts';
import type { Prompts } from './load-prompts.ts';
import { readAnswer } from './read-answer.ts';
import { createClaimsReader, createWholeReader } from './readers.ts';
import { writeExplanation, writeProposal, writeStepsPrompt } from './write-prompt.ts';

/** OpenAI's own address, said outright: the client would otherwise look for one in the environment by itself. */
const OPENAI_ADDRESS = 'https://api.openai.com/v1';

/** Builds the advisor. It keeps nothing, retries nothing, and logs nothing: the client's own log is off. */
export function createAdvisor(settings: AdvisorSettings, prompts: Prompts): Advisor {
  const { apiKey, baseUrl, model, api, deadlineMs = CALL_DEADLINE_MS } = settings;
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? OPENAI_ADDRESS,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: deadlineMs,
    logLevel: 'off',
  });
  const ask = api === 'chat' ? createAskChat(client, model) : createAskResponses(client, model);

  return {
    version: advisorVersion(settings, prompts),
    async explain(request, { onClaim, signal }) {
      const reader = createClaimsReader(onClaim);
      const question = { ...writeExplanation(prompts, request), form: 'claims' as const };
      const ending = await readAnswer({ ask, question, deadlineMs, signal }, reader);
      return ending.outcome === 'done' ? { outcome: 'done', misshapen: reader.misshapen() } : ending;
    },
    async propose(request, signal) {
      const reader = createWholeReader(answerForms.proposal);
      const question = { ...writeProposal(prompts, request), form: 'proposal' as const };
      const ending = await readAnswer({ ask, question, deadlineMs, signal }, reader);
      return ending.outcome === 'done' ? { outcome: 'done', proposal: reader.value()?.proposal ?? null } : ending;
    },
    async writeSteps(request, signal) {
      const reader = createWholeReader(answerForms.steps);
      const question = { ...writeStepsPrompt(prompts, request), form: 'steps' as const };
      const ending = await readAnswer({ ask, question, deadlineMs, signal }, reader);
      return ending.outcome === 'done' ? { outcome: 'done', lines: reader.value()?.lines ?? [] } : ending;
    },
  };
}
