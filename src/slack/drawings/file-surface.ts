// Shows files in Slack: an address to put the bytes, the bytes, and one message that shows them (slack-platform.md §8.1).
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import {
  type FileSurface,
  FilesRefusedError,
  type NewFile,
  type StoredFile,
} from '../../application/drawings/file-surface.ts';
import { patiently, placeProblemOf, slackErrorCode } from '../api-errors.ts';
import { limits } from '../limits.ts';
import { findWhere } from '../messages.ts';
import { clipMarked, clipPlain, oneLine, words } from '../text.ts';

/** Bytes that take longer to arrive than this are sent anew by the next try. */
const UPLOAD_MS = 20_000;
/** Slack's limit for what a screen reader says of a picture. */
const ALT_TEXT = 1_000;
/** A line of a comment, in characters: long names must not fill a screen. */
const LINE = 900;

/** Codes that say this workspace takes no files from us, now or later. */
const REFUSED = new Set([
  'missing_scope',
  'no_permission',
  'access_denied',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'storage_limit_reached',
]);

const refusedSentence =
  'The files are ready, but Slack takes no files from Downbeat here. Ask an admin to allow files, or to install Downbeat again with the right to share them.';

const addressSchema = z.object({ upload_url: z.string(), file_id: z.string() });

/** The bytes did not arrive; nobody has seen anything yet. */
export class UploadFailedError extends Error {
  constructor(status: number) {
    super(`Slack did not take the file: status ${status}`);
    this.name = 'UploadFailedError';
  }
}

/** The file surface over Slack's Web API. `client` repeats nothing by itself. */
export function createFileSurface(client: WebClient): FileSurface {
  return {
    upload: (file) => upload(client, file),
    async share({ channel, threadTs }, { heading, lines, files }) {
      const [first, ...others] = files.map(({ id, title }) => ({ id, title: clipPlain(oneLine(title), 200) }));
      if (first === undefined) return { outcome: 'shared' };
      const comment = [`*${words(heading, LINE)}*`, ...lines.map((line) => words(line, LINE))].join('\n');
      try {
        await ifAllowed(() =>
          client.files.completeUploadExternal({
            files: [first, ...others],
            channel_id: channel,
            ...(threadTs === null ? {} : { thread_ts: threadTs }),
            initial_comment: clipMarked(comment, limits.messageText),
          }),
        );
        return { outcome: 'shared' };
      } catch (error) {
        const problem = placeProblemOf(error);
        if (problem !== null) return { outcome: 'no-place', problem };
        throw error;
      }
    },
    async excuse({ channel, threadTs }) {
      await patiently(() =>
        client.chat.postMessage({
          channel,
          ...(threadTs === null ? {} : { thread_ts: threadTs }),
          text: refusedSentence,
        }),
      );
    },
    find: (target, fileId, since) =>
      findWhere(client, target, since, ({ files }) => files.some(({ id }) => id === fileId)),
  };
}

/** Calls Slack; a refusal that lasts becomes {@link FilesRefusedError}. */
async function ifAllowed<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await patiently(call);
  } catch (error) {
    const code = slackErrorCode(error) ?? '';
    throw REFUSED.has(code) ? new FilesRefusedError(code) : error;
  }
}

async function upload(client: WebClient, { name, title, altText, bytes }: NewFile): Promise<StoredFile> {
  const alt = altText === null ? null : clipPlain(altText, ALT_TEXT);
  const answer = await ifAllowed(() =>
    client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: bytes.length,
      // Slack documents one name and its own library sends the other.
      ...(alt === null ? {} : { alt_txt: alt, alt_text: alt }),
    }),
  );
  const { upload_url: address, file_id: id } = addressSchema.parse(answer);
  const sent = await fetch(address, {
    method: 'POST',
    body: Uint8Array.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  if (!sent.ok) throw new UploadFailedError(sent.status);
  return { id, title };
}
