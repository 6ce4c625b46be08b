// Ids and secrets in the shape Slack gives them.
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id such as `C0A1B2C3D4E`: a letter or two, then ten signs. */
export function slackId(prefix: string): string {
  const bytes = randomBytes(9);
  let id = `${prefix}0`;
  for (const byte of bytes) {
    id += ALPHABET[byte % ALPHABET.length];
  }
  return id;
}

/** Lower-case hexadecimal noise of `bytes` bytes. */
export function noise(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** A short block or action id, as Slack makes up where the app gave none. */
export function shortId(): string {
  return randomBytes(4).toString('base64url');
}
