// Reads the manifest as the tests need it, and Slack's own schema where it is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { z } from 'zod';

const url = z.string().optional();
const manifestSchema = z.object({
  display_information: z.object({
    name: z.string(),
    description: z.string(),
    long_description: z.string(),
    background_color: z.string(),
  }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string(),
        should_escape: z.boolean(),
        url,
      }),
    ),
    shortcuts: z.array(
      z.object({ name: z.string(), type: z.string(), callback_id: z.string(), description: z.string() }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: url }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: url }),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The parts of a manifest that the tests look at. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The parts of a manifest in YAML or JSON. */
export function readManifest(text: string): Manifest {
  return manifestSchema.parse(load(text));
}

/** The text of the project's manifest, the one for Socket Mode. */
export function manifestText(): string {
  return readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
}

const schemaFile = fileURLToPath(new URL('../../../shared/data/slack-manifest.schema.1.0.0.json', import.meta.url));

/** Slack's schema lies beside the project in some places only. */
export const schemaAtHand = existsSync(schemaFile);

/** What Slack's schema has against a manifest; nothing, for a good one (slack-platform.md §6.1). */
export function schemaProblems(text: string): readonly string[] {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schemaFile, 'utf8'))),
  );
  validate(load(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
