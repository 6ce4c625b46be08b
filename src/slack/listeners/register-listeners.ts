// Registers every listener, one line each: this is the list of what Slack can make Downbeat do.
import type { App } from '@slack/bolt';
import type { ListenerParts } from '../listener-parts.ts';
import { registerAccept } from './accept.ts';
import { registerAnswer } from './answer.ts';
import { registerChangeAnswer } from './change-answer.ts';
import { registerDirectMessage } from './direct-message.ts';
import { registerDrawings } from './drawings.ts';
import { registerExport } from './export.ts';
import { registerFeedback } from './feedback.ts';
import { registerHome } from './home.ts';
import { registerLists } from './lists.ts';
import { registerLook } from './look.ts';
import { registerMention } from './mention.ts';
import { registerMessageShortcut } from './message-shortcut.ts';
import { registerMore } from './more.ts';
import { registerNameFinder } from './name-finder.ts';
import { registerNamePart } from './name-part.ts';
import { registerNote } from './note.ts';
import { registerPillar } from './pillar.ts';
import { registerProposal } from './proposal.ts';
import { registerSlashCommand } from './slash-command.ts';
import { registerSnooze } from './snooze.ts';
import { registerStartForm } from './start-form.ts';
import { registerSteps } from './steps.ts';
import { registerTeam } from './team.ts';
import { registerWhatIf } from './what-if.ts';
import { registerWhatNext } from './what-next.ts';
import { registerWhy } from './why.ts';

/** Registers every listener on the app. */
export function registerListeners(app: App, parts: ListenerParts): void {
  registerSlashCommand(app, parts);
  registerMention(app, parts);
  registerDirectMessage(app, parts);
  registerFeedback(app, parts);
  registerProposal(app, parts);
  registerMessageShortcut(app, parts);
  registerStartForm(app, parts);
  registerAnswer(app, parts);
  registerNamePart(app, parts);
  registerPillar(app, parts);
  registerNote(app, parts);
  registerWhy(app, parts);
  registerChangeAnswer(app, parts);
  registerAccept(app, parts);
  registerMore(app, parts);
  registerSteps(app, parts);
  registerDrawings(app, parts);
  registerWhatIf(app, parts);
  registerTeam(app, parts);
  registerLook(app, parts);
  registerExport(app, parts);
  registerWhatNext(app, parts);
  registerNameFinder(app, parts);
  registerLists(app, parts);
  registerHome(app, parts);
  registerSnooze(app, parts);
}
