// The workspace's time, moving.
import { useEffect, useState } from 'react';

/** Real time plus `offsetMs`, in milliseconds; looked at again every ten seconds. */
export function useNow(offsetMs: number): number {
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return real + offsetMs;
}
