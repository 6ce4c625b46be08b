// The workspace's clock, and the way to let time pass.
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.ts';
import { clockWords } from './time-words.ts';
import { useNow } from './use-now.ts';

const hour = 3_600_000;
const steps = [
  { id: 'hour', label: 'Advance 1 hour', ms: hour },
  { id: 'day', label: 'Advance 1 day', ms: 24 * hour },
  { id: 'week', label: 'Advance 1 week', ms: 7 * 24 * hour },
];

/** Shows the time in the zone of the person looking; reminders become due as it moves. */
export function ClockControl() {
  const { state, me, send } = usePage();
  const now = useNow(state.clock.offsetMs);
  return (
    <div className="clock" data-testid="clock">
      <time className="clock-time" title={`Workspace time, ${me?.tz ?? 'UTC'}`}>
        {clockWords(now, me?.tz ?? 'UTC')}
      </time>
      <Menu
        label="Let time pass"
        sign={<Icon name="forward" />}
        className="top-button"
        items={steps.map(({ id, label, ms }) => ({ id, label, run: () => void send({ kind: 'advance_clock', ms }) }))}
      />
    </div>
  );
}
