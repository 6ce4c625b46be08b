// The names of everything Downbeat keeps in Redis. One workspace is one slot (design.md §5): all its keys share `{team}`.

/** Bumped when `evolve` changes what it makes of the same events, so that older snapshots are not read. */
const FOLD_VERSION = 6;

const prefix = (team: string): string => `downbeat:{${team}}`;

/** The names of a workspace's keys. */
export const keys = {
  events: (team: string, decisionId: string): string => `${prefix(team)}:decision:${decisionId}:events`,
  words: (team: string, decisionId: string): string => `${prefix(team)}:decision:${decisionId}:words`,
  snapshot: (team: string, decisionId: string): string => `${prefix(team)}:decision:${decisionId}:fold:${FOLD_VERSION}`,
  owed: (team: string, decisionId: string): string => `${prefix(team)}:decision:${decisionId}:owed`,
  cards: (team: string, decisionId: string): string => `${prefix(team)}:decision:${decisionId}:cards`,
  lease: (team: string, decisionId: string, card: string): string =>
    `${prefix(team)}:decision:${decisionId}:lease:${card}`,
  owing: (team: string): string => `${prefix(team)}:owing`,
  /** Decisions by when time brings them the next thing. */
  due: (team: string): string => `${prefix(team)}:due`,
  summaries: (team: string): string => `${prefix(team)}:summaries`,
  channelList: (team: string, channel: string): string => `${prefix(team)}:list:channel:${channel}`,
  ownerList: (team: string, owner: string): string => `${prefix(team)}:list:owner:${owner}`,
  seen: (team: string, deliveryKey: string): string => `${prefix(team)}:seen:${deliveryKey}`,
  answered: (team: string, deliveryKey: string): string => `${prefix(team)}:answered:${deliveryKey}`,
  thread: (team: string, thread: string): string => `${prefix(team)}:thread:${thread}`,
  framework: (team: string, version: string): string => `${prefix(team)}:framework:${version}`,
  bucket: (team: string, name: string): string => `${prefix(team)}:pace:${name}`,
  answerBudget: (team: string, window: string): string => `${prefix(team)}:answer-budget:${window}`,
  transcript: (team: string, thread: string): string => `${prefix(team)}:transcript:${thread}`,
  explanation: (team: string, name: string): string => `${prefix(team)}:explanation:${name}`,
  stepDraft: (team: string, view: string): string => `${prefix(team)}:step-draft:${view}`,
  feedback: (team: string): string => `${prefix(team)}:feedback`,
  gaps: (team: string): string => `${prefix(team)}:gaps`,
  homes: (team: string): string => `${prefix(team)}:homes`,
  settings: (team: string): string => `${prefix(team)}:settings`,
  /** When each entry of a dated hash was kept last: what is forgotten is found by it. */
  dates: (hash: string): string => `${hash}:dates`,
} as const;

/** The set of workspaces this installation serves; the only key without a workspace's tag. */
export const TEAMS_KEY = 'downbeat:teams';
