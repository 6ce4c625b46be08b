// Every id that Slack hands back to us: action ids of buttons, callback ids of views and shortcuts, field ids of modals.

import { type AskedId, consistencyQuestionId, type PillarNumber, questionIds } from '../domain/framework.ts';
import type { Stretch } from '../domain/reassessment/schedule.ts';
import type { ScopeAnswer } from '../domain/reassessment/scope.ts';
import type { ItemAnswer } from '../domain/reassessment/watch-items.ts';

/** Action ids of everything that sends a click. An id says what is asked; the button's value says of which decision. */
export const actionIds = {
  /** One click records an option, or `unknown` for don't know. */
  answer: (question: AskedId, option: string) => `answer.${question}.${option}`,
  skip: (pillar: PillarNumber) => `skip.${pillar}`,
  /** Unfolds a folded pillar. */
  change: (pillar: PillarNumber) => `change.${pillar}`,
  /** Folds it again. */
  fold: (pillar: PillarNumber) => `fold.${pillar}`,
  why: (question: AskedId) => `why.${question}`,
  /** In its modal: explains a question for the decision's answers so far. */
  explain: (question: AskedId) => `explain.${question}`,
  /** Shares that explanation in the thread. */
  shareWhy: (question: AskedId) => `share-why.${question}`,
  /** Opens the note modal of a pillar. */
  note: (pillar: PillarNumber) => `note.${pillar}`,
  /** Opens the modal that changes any answer. */
  changeAnswer: () => 'change-answer',
  /** Records an answer that was proposed in the thread. */
  confirm: (question: AskedId, option: string) => `confirm.${question}.${option}`,
  /** Opens the modal that puts a question about the decision. */
  ask: () => 'ask',
  /** Whether an answer in words helped. */
  feedback: () => 'feedback',
  /** In that modal: the question was chosen, its options are wanted. */
  pickQuestion: () => 'pick-question',
  /** Opens the best case for the losing style; accepting comes after it. */
  accept: () => 'accept',
  /** The menu of what else can be done with a decision; the choice says what. */
  more: () => 'more',
  /** Opens the modal in which the steps are written. */
  steps: () => 'steps',
  /** In that modal: a model is to propose them. */
  proposeSteps: () => 'propose-steps',
  /** Shows drawings: pictures, or files of a kind. */
  draw: (what: string) => `draw.${what}`,
  /** Opens the modal in which a change is tried. */
  whatIf: () => 'what-if',
  /** In that modal: the kind of change was chosen, its fields are wanted. */
  pickChange: () => 'pick-change',
  /** Opens the choice of answering as a team. */
  teamMode: () => 'team-mode',
  /** Opens a person's own answers to a pillar. */
  myAnswers: (pillar: PillarNumber) => `my-answers.${pillar}`,
  /** Opens a pillar's private answers to all. */
  reveal: (pillar: PillarNumber) => `reveal.${pillar}`,
  /** One tap ends a look: nothing has changed. The number keeps the buttons of a digest apart. */
  nothingChanged: (place: number) => `nothing-changed.${place}`,
  /** Opens a look's details. */
  look: (place: number) => `look.${place}`,
  /** How one watched thing stands. */
  watch: (place: number, answer: ItemAnswer) => `watch.${place}.${answer}`,
  /** A closing question of the framework. */
  scope: (scope: ScopeAnswer) => `scope.${scope.question}.${scope.answer}`,
  /** Puts a look off. */
  snooze: () => 'snooze',
  /** The same for one decision of a digest, and what else is done about its reminders. */
  notNow: (place: number) => `not-now.${place}`,
  /** Looks less often, every so many weeks. */
  stretch: (weeks: Stretch) => `stretch.${weeks}`,
  /** Starts a decision for a part of this one. */
  followUp: () => 'follow-up',
  /** Which decisions of a channel a list shows. */
  list: (filter: string) => `list.${filter}`,
  /** On the Home tab. */
  homeStart: () => 'home-start',
  homeSettings: () => 'home-settings',
  /** Opens the naming of who finds out an answer. */
  nameFinder: (question: AskedId) => `find.${question}`,
  /** Opens what comes after acceptance, and one choice in it. */
  whatNext: () => 'what-next',
  tool: (question: string) => `tool.${question}`,
  /** Shows the record as files in the thread. */
  export: () => 'export',
  /** Takes over a decision nobody looks after. */
  adopt: () => 'adopt',
  /** Counts by the version of the framework in force. */
  newVersion: () => 'new-version',
} as const;

const asked = `(?:${[...questionIds, consistencyQuestionId].join('|')})`;

/** One pattern a kind of click, for listeners. Each id of {@link actionIds} matches exactly one of them. */
export const actionPatterns = {
  answer: new RegExp(`^answer\\.${asked}\\.[a-z0-9_+-]+$`),
  skip: /^skip\.[1-5]$/,
  change: /^change\.[1-5]$/,
  fold: /^fold\.[1-5]$/,
  why: new RegExp(`^why\\.${asked}$`),
  explain: new RegExp(`^explain\\.${asked}$`),
  shareWhy: new RegExp(`^share-why\\.${asked}$`),
  note: /^note\.[1-5]$/,
  changeAnswer: /^change-answer$/,
  confirm: new RegExp(`^confirm\\.${asked}\\.[a-z0-9_+-]+$`),
  ask: /^ask$/,
  feedback: /^feedback$/,
  pickQuestion: /^pick-question$/,
  accept: /^accept$/,
  more: /^more$/,
  steps: /^steps$/,
  proposeSteps: /^propose-steps$/,
  draw: /^draw\.[a-z]+$/,
  whatIf: /^what-if$/,
  pickChange: /^pick-change$/,
  teamMode: /^team-mode$/,
  myAnswers: /^my-answers\.[1-5]$/,
  reveal: /^reveal\.[1-5]$/,
  nothingChanged: /^nothing-changed\.\d{1,2}$/,
  look: /^look\.\d{1,2}$/,
  watch: /^watch\.\d\.(?:still-so|changed|unknown)$/,
  scope: /^scope\.(?:scope\.(?:same|grown|shrunk)|isolation\.(?:no|yes))$/,
  snooze: /^snooze$/,
  notNow: /^not-now\.\d{1,2}$/,
  stretch: /^stretch\.(?:1|2|4|13)$/,
  followUp: /^follow-up$/,
  list: /^list\.(?:all|open|accepted|due)$/,
  homeStart: /^home-start$/,
  homeSettings: /^home-settings$/,
  nameFinder: new RegExp(`^find\\.${asked}$`),
  whatNext: /^what-next$/,
  tool: /^tool\.[a-z0-9_-]+$/,
  export: /^export$/,
  adopt: /^adopt$/,
  newVersion: /^new-version$/,
} as const satisfies Readonly<Record<keyof typeof actionIds, RegExp>>;

/** Callback ids of the modals. */
export const viewIds = {
  startDecision: 'start-decision',
  namePart: 'name-part',
  addNote: 'add-note',
  changeAnswer: 'change-answer',
  whyWeAsk: 'why-we-ask',
  ask: 'ask',
  feedbackReason: 'feedback-reason',
  bestCase: 'best-case',
  endDecision: 'end-decision',
  handOver: 'hand-over',
  steps: 'steps',
  partSteps: 'part-steps',
  whatIf: 'what-if',
  teamMode: 'team-mode',
  myAnswers: 'my-answers',
  look: 'look',
  snoozeDate: 'snooze-date',
  whatNext: 'what-next',
  nameFinder: 'name-finder',
  reminderSettings: 'reminder-settings',
} as const;

/** Callback ids of the shortcuts. */
export const shortcutIds = { decideThis: 'decide-this' } as const;

/**
 * Fields of the modals. A field's block and its element carry the same id, so a value is at
 * `view.state.values[id][id]`. Messages set no block ids: Slack makes new ones with every edit, as it advises.
 */
export const fieldIds = {
  title: 'title',
  framing: 'framing',
  owner: 'owner',
  invited: 'invited',
  part: 'part',
  note: 'note',
  /** What somebody wants to know. */
  asking: 'asking',
  /** Why an answer did not help. */
  reason: 'reason',
  /** Which question a note belongs to. */
  noteQuestion: 'note-question',
  /** The best case was considered. */
  considered: 'considered',
  /** A line against the best case. */
  rebuttal: 'rebuttal',
  /** Why a decision was rejected or abandoned. */
  because: 'because',
  /** When a pillar opens by itself. */
  revealAfter: 'reveal-after',
  /** Questions to be asked again because something else changed. */
  askAgain: 'ask-again',
  /** Where a decision started from the Home tab is to live. */
  place: 'place',
  weekday: 'weekday',
  hour: 'hour',
  weeks: 'weeks',
  /** The day a look is put off to. */
  day: 'day',
  /** Who finds out an answer. */
  finder: 'finder',
  /** Who becomes the owner. */
  newOwner: 'new-owner',
  /** The steps, one a line. */
  steps: 'steps',
  /** The same after a model was asked: what stood in a field of the same name would stay in it. */
  stepsProposed: 'steps-proposed',
  /** Which steps belong to the part. */
  partSteps: 'part-steps',
  /** At which step something changes. */
  changeAt: 'change-at',
  /** Who comes in. */
  changeWho: 'change-who',
  /** What they do. */
  changeWhat: 'change-what',
  /** What takes that back. */
  changeUndo: 'change-undo',
  /** Who is replaced. */
  changeOld: 'change-old',
  /** How long something may take. */
  changeDeadline: 'change-deadline',
  /** The new answer. The question is in the id so that a choice made for one question is not kept for the next. */
  option: (question: AskedId) => `option.${question}`,
} as const;
