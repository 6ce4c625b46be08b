// What happened to a decision, event by event, as a sentence each.
import type { DecisionEvent } from '../domain/decision/events.ts';
import type { PersonId } from '../domain/decision/refs.ts';
import { type AskedId, findOption, unknownLabel, unknownOption } from '../domain/framework.ts';
import type { DecisionRecord } from './decision-record.ts';
import { lifecycleDeed, lookDeed, workflowDeed } from './history-later.ts';
import { dateOf, momentOf, plain } from './markdown.ts';
import { personIn } from './people.ts';

/** Every event in one line: the record keeps every answer, change and author. */
export function historyLines(record: DecisionRecord): readonly string[] {
  return record.events.map((event) => {
    const who = event.by === null ? 'Downbeat' : personIn(record, event.by);
    return `* ${momentOf(event.at)}, ${who} ${deed(event, record)}`;
  });
}

/** An option in the words of its button, with the name of the part where one was named. */
export function optionWords(
  framework: DecisionRecord['framework'],
  question: AskedId,
  { option, part }: { readonly option: string; readonly part: string | null },
): string {
  const label = option === unknownOption ? unknownLabel : (findOption(framework, question, option)?.label ?? option);
  return part === null ? label : `${label} “${plain(part)}”`;
}

function deed(event: DecisionEvent, record: DecisionRecord): string {
  const name = (person: PersonId) => personIn(record, person);
  const wordsOf = (ref: string) => record.words[ref] ?? '(erased)';
  switch (event.type) {
    case 'DecisionStarted':
      return `started the decision, which ${name(event.owner)} owns`;
    case 'ThreadOpened':
      return 'opened its thread';
    case 'StartWithdrawn':
      return `could not begin it: ${plain(event.problem)}`;
    case 'QuestionAnswered': {
      const part = event.part === null ? null : wordsOf(event.part);
      const said = optionWords(record.framework, event.question, { option: event.option, part });
      return `answered ${event.question} with ${said}, round ${event.round}`;
    }
    case 'PillarPassed':
      return `saw pillar ${event.pillar} answered`;
    case 'PillarSkipped':
      return `skipped the rest of pillar ${event.pillar}`;
    case 'PillarUnfolded':
      return `opened pillar ${event.pillar} again`;
    case 'PillarFolded':
      return `closed pillar ${event.pillar}`;
    case 'PillarRevealed':
      return `revealed pillar ${event.pillar}`;
    case 'NoteAdded':
      return `wrote a note under ${event.question}: ${plain(wordsOf(event.note))}`;
    case 'VerdictProposed': {
      const { score, style } = event.verdict;
      return `recommended ${style} (${score > 0 ? '+' : ''}${score}), round ${event.round}`;
    }
    case 'TeamModeChosen':
      return 'chose to answer as a team';
    case 'FinderNamed':
      return `asked ${name(event.person)} to find out ${event.question} by ${dateOf(event.until)}`;
    case 'FinderReminded':
      return `reminded of the answer to ${event.question}`;
    case 'FinderLeft':
      return `found that ${name(event.person)}, who wanted to find out ${event.question}, is gone`;
    case 'BestCaseConsidered':
    case 'DecisionAccepted':
    case 'DecisionRejected':
    case 'DecisionAbandoned':
    case 'DecisionReopened':
    case 'HandedOver':
    case 'DecisionSuperseded':
    case 'FollowUpLinked':
    case 'OwnerLeft':
    case 'PlaceChanged':
    case 'ToolQuestionAnswered':
    case 'FrameworkAdopted':
      return lifecycleDeed(event, record);
    case 'WorkflowSet':
    case 'PartStepsChosen':
    case 'WhatIfTried':
      return workflowDeed(event, record);
    default:
      return lookDeed(event);
  }
}
