// What an advisor is built with, and the name of what answers.
import type { Prompts } from './load-prompts.ts';

/** How the provider is reached. */
export type AdvisorSettings = {
  /** Null for servers that want none. */
  readonly apiKey: string | null;
  /** Null for OpenAI's own address. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** `chat` for servers that speak only Chat Completions. */
  readonly api: 'responses' | 'chat';
  /** Milliseconds for a whole call; 15 s unless somebody says otherwise. */
  readonly deadlineMs?: number;
};

/** The version of an advisor: changes with the prompts and with the model. */
export function advisorVersion(settings: AdvisorSettings, prompts: Prompts): string {
  return `${prompts.version}/${settings.model}`;
}
