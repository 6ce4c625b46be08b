// All measurements, in the order they run.
import type { Measurement } from './row.ts';
import { acknowledgement } from './rows/acknowledgement.ts';
import { burst } from './rows/burst.ts';
import { drawing } from './rows/drawing.ts';
import { firstClaim } from './rows/first-claim.ts';
import { redraw } from './rows/redraw.ts';
import { reminders } from './rows/reminders.ts';
import { remindersHeld } from './rows/reminders-held.ts';
import { remindersIdle } from './rows/reminders-idle.ts';
import { remindersSent } from './rows/reminders-sent.ts';
import { roundTrips } from './rows/round-trips.ts';
import { search } from './rows/search.ts';
import { start } from './rows/start.ts';
import { throughput } from './rows/throughput.ts';
import { updates } from './rows/updates.ts';
import { verdict } from './rows/verdict.ts';

/** See the top of the file. */
export const measurements: readonly Measurement[] = [
  ...throughput,
  acknowledgement,
  redraw,
  roundTrips,
  burst,
  updates,
  verdict,
  search,
  drawing,
  firstClaim,
  start,
  reminders,
  remindersHeld,
  remindersIdle,
  remindersSent,
];
