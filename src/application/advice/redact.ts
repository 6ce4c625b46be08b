// Takes out of people's words what must not leave for a model: addresses, numbers, secrets, and who somebody is.
import { z } from 'zod';

/** Words that went through {@link redact}: the only kind of people's words the advisor's port takes. */
export const redactedSchema = z.string().brand<'redacted'>();
export type Redacted = z.infer<typeof redactedSchema>;

/** Who somebody is in a decision, by the id their workspace gave them: `owner`, `participant 2`. */
export type Roles = ReadonlyMap<string, string>;

type Rule = { readonly pattern: RegExp; readonly standIn: string; readonly only?: (match: string) => boolean };

/** The order matters: what is longer and surer goes first, so that its parts are not taken for something else. */
const rules: readonly Rule[] = [
  { pattern: /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/gu, standIn: '[secret]' },
  { pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@\S*/giu, standIn: '[secret]' },
  { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/gu, standIn: '[secret]' },
  { pattern: /\b(?:xox[a-z]|xapp|xwfp)-[\w-]{6,}/giu, standIn: '[secret]' },
  { pattern: /\b(?:sk|pk|rk)[-_](?:[a-z]+[-_])*[\w-]{12,}/giu, standIn: '[secret]' },
  { pattern: /\b(?:gh[a-z]_|github_pat_|glpat-|npm_|hf_|dop_v1_|AIza|ya29\.)[\w-]{10,}/gu, standIn: '[secret]' },
  { pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}/gu, standIn: '[secret]' },
  {
    pattern:
      /\b(?:api[ _-]?key|access[ _-]?key|secret|token|password|passwd|pwd|passphrase|bearer)\b["']?(?:\s*[:=]\s*|\s+(?:is\s+)?(?=\S*\d))["']?[^\s"',;]{4,}/giu,
    standIn: '[secret]',
  },
  { pattern: /[^\s@<>()[\],:;"]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}\p{N}-]{2,}/gu, standIn: '[mail address]' },
  { pattern: /(?<![\w.])\d(?:[ -]?\d){12,}(?!\w)/gu, standIn: '[card number]', only: holdsCard },
  { pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu, standIn: '[account number]' },
  { pattern: /(?<![\w.])[A-Za-z0-9+/_-]{32,}={0,2}/gu, standIn: '[secret]', only: looksRandom },
  {
    pattern:
      /(?<![\w.,])(?:\+|00)\d(?:[ ()./-]{0,2}\d){6,14}(?!\w)|(?<![\w.,])\(?0\d{1,4}\)?(?:[ ./-]?\d){5,11}(?!\w)/gu,
    standIn: '[phone number]',
  },
  { pattern: /(?<![\w.,-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/gu, standIn: '[phone number]' },
];

const slackMention = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/gu;
const slackId = /@?\b([UW](?=[A-Z]*\d)[A-Z0-9]{7,30})\b/gu;

/**
 * The words without what must not leave for a model. People become their role, or `somebody` where they have none here.
 * Doing it twice changes nothing.
 */
export function redact(words: string, roles: Roles = new Map()): Redacted {
  const role = (_: string, id: string): string => roles.get(id) ?? 'somebody';
  const nameless = words.toWellFormed().replace(slackMention, role).replace(slackId, role);
  let clean = nameless;
  for (let before = ''; before !== clean; ) {
    before = clean;
    clean = rules.reduce(withoutOne, clean);
  }
  return redactedSchema.parse(clean);
}

function withoutOne(text: string, { pattern, standIn, only }: Rule): string {
  return text.replace(pattern, (match) => (only === undefined || only(match) ? standIn : match));
}

/** Whether a card's number stands in a run of digits, other numbers beside it. */
function holdsCard(run: string): boolean {
  const number = run.replaceAll(/\D/g, '');
  for (let start = 0; start + 13 <= number.length; start += 1) {
    for (let length = 13; length <= 19 && start + length <= number.length; length += 1) {
      if (passesLuhn(number.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** The check digit every payment card carries. */
function passesLuhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const counted = index % 2 === 1 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** A long run of letters and digits mixed as no word is: a key or a hash. */
function looksRandom(run: string): boolean {
  return /\d/.test(run) && /[A-Za-z]/.test(run) && new Set(run).size >= 10 && !/[a-z]{12,}/.test(run);
}
