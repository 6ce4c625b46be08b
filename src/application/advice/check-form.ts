// Looks at a claim's form: short plain text that asks nobody to do anything.
import type { DropReason } from './answer.ts';

/** A claim on a card is one or two sentences. */
const LONGEST_CLAIM = 400;

const markup = /[<>{}[\]\\@]|\*\*|__|~~|```|^\s*[#|>]|\p{C}/u;
const link =
  /\b(?:https?:|www\.|mailto:|javascript:)|\b[\w-]+\.(?:com|org|net|io|dev|app|ru|cn|xyz|info|biz|ly|co)\b/iu;
const mention = /![a-z]+\b|\b[UWC][A-Z0-9]{8,}\b|#[a-z]/u;

/** Words of somebody who wants something done, or speaks about the machinery instead of the matter. */
const instruction =
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|rule|prompt|above|previous|verdict|answers?)|\b(?:system prompt|(?:your|my|these|previous|new|following) instructions?|as an ai|language model|jailbreak|developer mode)\b|\b(?:click|visit|log ?in|sign in|download|install|paste|forward|e-?mail|dm|message|call|phone|pay|transfer|wire|approve|accept|confirm|delete|drop|run|execute|type|enter|reply|respond|send|share|post|tell|ask)\s+(?:here|now|me|us|him|her|them|to me|this|the following|your|my|to\s+\S+@|rm|sudo|curl)\b|\b(?:password|passphrase|api[ -]?keys?|credentials?|access tokens?|bot tokens?|secret keys?|private keys?|credit card)\b/iu;

/** Why the claim's form is refused, or null. */
export function checkForm(text: string): DropReason | null {
  if (text.trim() === '') return 'empty';
  if (text.length > LONGEST_CLAIM) return 'too-long';
  if (markup.test(text) || link.test(text) || mention.test(text)) return 'markup';
  return null;
}

/** Whether a claim asks for something that the sentences it quotes do not. */
export function isInstruction(text: string, sentences: readonly string[]): boolean {
  const found = instruction.exec(text);
  return found !== null && !sentences.some((sentence) => sentence.toLowerCase().includes(found[0].toLowerCase()));
}
