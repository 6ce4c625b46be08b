// When Downbeat comes back to a decision: weekday, hour and stretch, in a person's time zone.
import { z } from 'zod';

/** The stretches between two looks, in weeks: weekly, then what the reminder offers when nothing changes (issue 5). */
export const stretches = [1, 2, 4, 13] as const;
/** One stretch, in weeks. */
export type Stretch = (typeof stretches)[number];

export const stretchSchema = z.literal([...stretches]);

export const scheduleSchema = z.object({
  /** IANA name of the zone the owner lives in, such as `Europe/Brussels`. */
  zone: z.string().min(1).max(64),
  /** 1 is Monday; working days only. */
  weekday: z.number().int().min(1).max(5),
  /** A full hour within working hours, 9 to 16. */
  hour: z.number().int().min(9).max(16),
  weeks: stretchSchema,
});
/** When looks are due. */
export type Schedule = z.infer<typeof scheduleSchema>;

/** When a person wants to be reminded, wherever they are: what their decisions begin with. */
export const habitsSchema = scheduleSchema.omit({ zone: true });
export type Habits = z.infer<typeof habitsSchema>;

/** Weekly on Tuesday at ten, where the owner is (issue 5). */
export function defaultSchedule(zone: string): Schedule {
  return { zone, weekday: 2, hour: 10, weeks: 1 };
}

/** Whether two schedules ask for the same. */
export function isSameSchedule(one: Schedule, other: Schedule | null): boolean {
  return (
    one.zone === other?.zone && one.weekday === other.weekday && one.hour === other.hour && one.weeks === other.weeks
  );
}

/** The next longer stretch, or null when it is the longest already. */
export function longerStretch(weeks: Stretch): Stretch | null {
  return stretches.find((stretch) => stretch > weeks) ?? null;
}
