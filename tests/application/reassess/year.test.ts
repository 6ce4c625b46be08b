// A year of looks at two hundred decisions, told minute by minute where something is due.
import { expect, it } from 'vitest';
import { timeZones } from '../../../src/application/reassess/zones.ts';
import { isDecent } from '../../../src/domain/reassessment/slots.ts';
import { by, day, monday } from '../../domain/decision/house.ts';
import { accept, ask, openProcess, remindersOf, team } from '../../support/accepted-decisions.ts';
import { openMemoryHouse } from '../../support/memory-house.ts';

const zones = ['Europe/Brussels', 'America/New_York', 'Asia/Kolkata'] as const;

it('reminds of every look once, by day, in the owner’s zone', async () => {
  const house = openMemoryHouse();
  const process = openProcess(house);
  const ids = Array.from({ length: 200 }, (_, index) => `d${index}`);
  const zoneOf = (index: number) => zones[index % 3] ?? 'UTC';
  for (const [index, id] of ids.entries()) await accept(process, id, { owner: `U${index}`, zone: zoneOf(index) });

  const end = monday + 365 * day;
  let now = monday;
  while (now < end) {
    const [next] = await house.due.due(team, end, { offset: 0, limit: 1 });
    if (next === undefined) break;
    now = Math.max(now, next.dueAt) + 60_000;
    const due = await house.due.due(team, now, { offset: 0, limit: ids.length });
    await process.tick(now);
    for (const { decisionId, owner } of due) {
      const { look, schedule } = await process.decision(decisionId);
      if (look === null || owner === null) throw new Error(`nothing is asked about ${decisionId}`);
      expect(look.since).toBe(now);
      expect(isDecent(now, schedule?.zone ?? '', timeZones)).toBe(true);
      const { occurrence } = look;
      await ask(process, decisionId, { type: 'ConfirmNothingChanged', ...by(owner), at: now, occurrence });
    }
  }
  const sent = await remindersOf(house, ids);
  expect(new Set(sent.values())).toEqual(new Set([1]));
  for (const id of ids) expect(sent.has(`${id} 51`)).toBe(true);
}, 60_000);
