// What the bench and its load generator, which is a process of its own, say to each other.
import { z } from 'zod';

const clickSchema = z.object({
  decisionId: z.string(),
  cardTs: z.string(),
  person: z.string(),
  question: z.string(),
  option: z.string(),
  actionTs: z.string(),
});
/** One click to be sent. */
export type Click = z.infer<typeof clickSchema>;

/** The card that is clicked, with a stand-in for the decision's id (click-body.ts). */
const cardSchema = z.object({ key: z.string(), text: z.string(), blocks: z.array(z.unknown()) });
export type ClickedCard = z.infer<typeof cardSchema>;

const load = {
  /** The port on 127.0.0.1 that clicks go to. */
  port: z.number(),
  signingSecret: z.string(),
  /** Where redraws of the clicked card go. */
  replyUrl: z.string(),
  card: cardSchema,
  clicks: z.array(clickSchema),
};

/** An order to the generator: sign these clicks, then send them. */
export const orderSchema = z.discriminatedUnion('pace', [
  /** As fast as the target answers, over so many connections. */
  z.object({ ...load, pace: z.literal('full'), connections: z.number() }),
  /** At a fixed rate a second, however fast the target answers. */
  z.object({ ...load, pace: z.literal('fixed'), perSecond: z.number() }),
]);
export type Order = z.infer<typeof orderSchema>;

/** Says that the clicks are signed and may be sent. */
export const goSchema = z.literal('go');

/** What the generator says: the bodies are signed, and later what came of sending them. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('sent'),
    /** From the first request to the last answer. */
    seconds: z.number(),
    /** Requests that were not answered with 200. */
    failed: z.number(),
    /** Milliseconds from when a request was due to its answer; empty at full pace. */
    latencies: z.array(z.number()),
  }),
]);
export type Report = z.infer<typeof reportSchema>;
