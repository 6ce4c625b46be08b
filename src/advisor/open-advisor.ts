// Opens the advisor: the provider's client is large, so it is loaded only where a model is configured.
import type { Advisor } from '../application/advisor.ts';
import { type AdvisorSettings, advisorVersion } from './advisor-settings.ts';
import type { Prompts } from './load-prompts.ts';

/** An advisor that rests after failures. Its parts load meanwhile; the first question waits for them. */
export function openAdvisor(settings: AdvisorSettings, prompts: Prompts): Advisor {
  const opening = load(settings, prompts);
  return {
    version: advisorVersion(settings, prompts),
    explain: async (request, listening) => (await opening).explain(request, listening),
    propose: async (request, signal) => (await opening).propose(request, signal),
    writeSteps: async (request, signal) => (await opening).writeSteps(request, signal),
  };
}

async function load(settings: AdvisorSettings, prompts: Prompts): Promise<Advisor> {
  const [{ createAdvisor }, { withRest }] = await Promise.all([
    import('./create-advisor.ts'),
    import('./resting-advisor.ts'),
  ]);
  return withRest(createAdvisor(settings, prompts));
}
