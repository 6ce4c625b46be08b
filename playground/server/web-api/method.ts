// How a Web API method is written down: its arguments, its pace, its scopes, what it does.
import { z } from 'zod';
import { pointedIssues } from '../block-kit/check.ts';
import { parseJson } from '../json.ts';
import type { Json } from '../model.ts';
import type { Tier } from '../rate-limits.ts';
import type { World } from '../world.ts';

/** `ok: true` with fields, or `ok: false` with `error`; `retryAfter` (seconds) makes it a 429. */
export type ApiAnswer =
  | ({ readonly ok: true } & Json)
  | ({ readonly ok: false; readonly error: string; readonly retryAfter?: number } & Json);

/** A refusal with Slack's error code; `messages` say where the arguments are wrong. */
export interface ApiRefusal {
  readonly ok: false;
  readonly error: string;
  readonly [key: string]: unknown;
}

/** A method as the router needs it. */
export interface ApiMethod {
  readonly name: string;
  readonly tier: Tier;
  /** Which token it takes. */
  readonly token: 'bot' | 'app';
  /** One of these must have been granted; none: no scope needed. */
  readonly scopes: readonly string[];
  readonly run: (world: World, args: Json) => ApiAnswer | Promise<ApiAnswer>;
}

/** Writes a method down; arguments that do not fit are refused as `invalid_arguments`. */
export function method<Schema extends z.ZodObject>(definition: {
  readonly name: string;
  readonly tier: Tier;
  readonly token?: 'bot' | 'app';
  readonly scopes?: readonly string[];
  readonly args: Schema;
  readonly run: (world: World, args: z.infer<Schema>) => ApiAnswer | Promise<ApiAnswer>;
}): ApiMethod {
  return {
    name: definition.name,
    tier: definition.tier,
    token: definition.token ?? 'bot',
    scopes: definition.scopes ?? [],
    run(world, raw) {
      const parsed = definition.args.safeParse(raw);
      return parsed.success
        ? definition.run(world, parsed.data)
        : refused('invalid_arguments', pointedIssues(parsed.error, ''));
    },
  };
}

/** A refusal in Slack's form. */
export function refused(error: string, messages: readonly string[] = []): ApiRefusal {
  return messages.length === 0
    ? { ok: false, error }
    : { ok: false, error, errors: messages, response_metadata: { messages } };
}

function parseIfText(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

/** An argument that comes as JSON, as text inside a form or as it is in a JSON body. */
export function jsonArg<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(parseIfText, schema);
}

/** A yes or no: `true`, `"true"`, `"1"`. */
export const flagArg = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

/** A whole number, perhaps as text. */
export const countArg = z.coerce.number().int();

/** A `ts`: text, or a number somebody forgot to quote. */
export const tsArg = z.string().regex(/^\d+\.\d{6}$/);

/** Cuts a list into pages, with Slack's opaque cursor. */
export function page<Item>(
  items: readonly Item[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly Item[]; readonly nextCursor: string } | undefined {
  const start = cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0 || start > items.length) {
    return undefined;
  }
  const end = start + limit;
  const nextCursor = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(start, end), nextCursor };
}
