// Builds what shows files in threads: drawings of the steps, and the record of a decision.
import type { WebClient } from '@slack/web-api';
import { createDrawInThread, type DrawInThread } from './application/drawings/draw-in-thread.ts';
import { createShareRecord, type ExportParts, type ShareRecord } from './application/exporting/share-record.ts';
import type { NextSteps } from './application/next-steps.ts';
import { createArtist } from './diagrams/artist.ts';
import { createDrawer } from './diagrams/drawer.ts';
import type { CardTexts } from './domain/card-texts.ts';
import { createRecordWriter } from './records/record-files.ts';
import { createFileSurface } from './slack/drawings/file-surface.ts';

/** What shows files; `close` ends the drawing of pictures. */
export type Files = {
  readonly drawInThread: DrawInThread;
  readonly shareRecord: ShareRecord;
  close(): Promise<void>;
};

/** Builds both procedures around one drawer. */
export function buildFiles(
  parts: Omit<ExportParts, 'files' | 'writeRecord' | 'artist'> & {
    readonly client: WebClient;
    readonly texts: CardTexts;
    readonly nextSteps: NextSteps;
  },
): Files {
  const { client, nextSteps, texts, ...showing } = parts;
  const drawer = createDrawer();
  const shared = { ...showing, artist: createArtist(drawer), files: createFileSurface(client) };
  return {
    drawInThread: createDrawInThread(shared),
    shareRecord: createShareRecord({ ...shared, writeRecord: createRecordWriter({ texts, nextSteps }) }),
    close: () => drawer.close(),
  };
}
