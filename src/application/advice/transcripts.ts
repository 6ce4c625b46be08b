// The port to what was said to Downbeat and by it, thread by thread: how follow-ups are understood (issue 4).

/** A thread, or a direct message's: its workspace, channel and first message. */
export type ThreadAddress = { readonly team: string; readonly channel: string; readonly threadTs: string };

/** One turn. `id` is the message's `ts`: an edit has the same, and turns are in its order. */
export type StoredTurn = {
  readonly id: string;
  readonly from: 'person' | 'downbeat';
  /** Who said it; null for Downbeat. */
  readonly person: string | null;
  readonly text: string;
};

/** The transcripts. A thread is forgotten 90 days (a setting) after its last turn. */
export type Transcripts = {
  /** Keeps a turn; a turn with a known id is replaced, so an edit or a redelivery is harmless. */
  keep(thread: ThreadAddress, turn: StoredTurn): Promise<void>;
  /** The latest turns, oldest of them first. */
  latest(thread: ThreadAddress, most: number): Promise<readonly StoredTurn[]>;
  /** Forgets one turn: its message was deleted. */
  forget(thread: ThreadAddress, id: string): Promise<void>;
  /** Forgets the whole thread. */
  erase(thread: ThreadAddress): Promise<void>;
};
