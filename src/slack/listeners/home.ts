// The Home tab: shown when it is opened, with a decision to start and the reminders' settings.
import type { App } from '@slack/bolt';
import { loadDecision } from '../../application/load-decision.ts';
import { defaultSchedule, type Schedule, scheduleSchema } from '../../domain/reassessment/schedule.ts';
import { actionPatterns, fieldIds, viewIds } from '../ids.ts';
import { handOver, type ListenerParts, troubleOf } from '../listener-parts.ts';
import { openModal } from '../modal.ts';
import { clickSchema, homeOpenedSchema } from '../payloads.ts';
import { onSubmission, type Submission, type SubmissionAnswer } from '../submission.ts';
import { reminderSettingsView } from '../views/reminder-settings.ts';
import { startDecisionView } from '../views/start-decision.ts';

/** Decisions whose schedule one form changes. */
const MOST = 100;

/** Registers the event, the buttons and the form. */
export function registerHome(app: App, parts: ListenerParts): void {
  const { publishHome } = parts;

  app.event('app_home_opened', async ({ event }) => {
    const { tab, user } = homeOpenedSchema.parse(event);
    if (tab === 'home') await publishHome(user);
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.homeStart }, async ({ ack, body }) => {
    const { trigger_id: triggerId, user } = clickSchema.parse(body);
    const view = startDecisionView({
      place: { channel: null, threadTs: null, replyUrl: null },
      starter: user.id,
      title: null,
      framing: null,
    });
    await openModal(parts, { triggerId, tell: async () => {} }, () => ack(), view);
  });

  app.action({ type: 'block_actions', action_id: actionPatterns.homeSettings }, async ({ ack, body }) => {
    const { trigger_id: triggerId, user } = clickSchema.parse(body);
    const [habits, scheduled, zone] = await Promise.all([
      parts.settings.habits(parts.workspace.key, user.id),
      schedulesOf(parts, user.id),
      parts.people.zoneOf(user.id),
    ]);
    const chosen = habits ?? scheduled[0]?.schedule ?? defaultSchedule(zone);
    const view = reminderSettingsView({ ...chosen, zone });
    await openModal(parts, { triggerId, tell: async () => {} }, () => ack(), view);
  });

  onSubmission(app, parts, viewIds.reminderSettings, async (submission) => {
    const answer = await useSchedule(parts, submission);
    if (answer.close) await publishHome(submission.actor.person);
    return answer;
  });
}

type Scheduled = { readonly decisionId: string; readonly schedule: Schedule };

/** The decisions a person owns that are looked at, touched last first. */
async function schedulesOf(parts: ListenerParts, person: string): Promise<readonly Scheduled[]> {
  const team = parts.workspace.key;
  const listed = await parts.lists.ownedBy(team, person, MOST);
  const looked = listed.flatMap((entry) => (entry.ok && entry.summary.lookAt !== null ? [entry.summary] : []));
  const loaded = await Promise.all(looked.map(({ decisionId }) => loadDecision(parts, { team, decisionId })));
  return loaded.flatMap(({ decision }) =>
    decision.status === 'unstarted' || decision.schedule === null
      ? []
      : [{ decisionId: decision.decisionId, schedule: decision.schedule }],
  );
}

async function useSchedule(parts: ListenerParts, submission: Submission): Promise<SubmissionAnswer> {
  const field = fieldIds.weekday;
  const zone = await parts.people.zoneOf(submission.actor.person);
  const schedule = scheduleSchema.safeParse({
    zone,
    weekday: Number(submission.value(fieldIds.weekday)),
    hour: Number(submission.value(fieldIds.hour)),
    weeks: Number(submission.value(fieldIds.weeks)),
  }).data;
  if (schedule === undefined) return { close: false, field, problem: 'Choose a day, an hour and how often.' };
  const { zone: _zone, ...habits } = schedule;
  try {
    await parts.settings.keepHabits(parts.workspace.key, submission.actor.person, habits);
  } catch (error) {
    const problem = troubleOf(error);
    if (problem === null) throw error;
    return { close: false, field, problem };
  }
  const scheduled = await schedulesOf(parts, submission.actor.person);
  for (const { decisionId } of scheduled) {
    const handled = await handOver(parts, {
      decisionId,
      deliveryKey: `${submission.deliveryKey}:${decisionId}`,
      command: { type: 'SetSchedule', by: submission.actor, at: parts.now(), schedule },
    });
    if (!handled.ok && 'trouble' in handled) return { close: false, field, problem: handled.trouble };
  }
  return { close: true };
}
