import { useState } from 'react';

/** Runs one attempt at a time and keeps its error until the next. */
export function useAttempt(): { busy: boolean; error: unknown; attempt: (run: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await run();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, attempt };
}
