import { useEffect, useState } from 'react';
import { api, type PresenceView } from '../../../api/index.js';

const EVERY_MS = 10_000;

/** Seconds of this page in which the person typed, clicked or scrolled; each action counts for the few seconds around it. */
class ActiveTime {
  #last = -Infinity;
  #seconds = 0;

  readonly seen = (): void => {
    const now = performance.now();
    this.#seconds += Math.min(5, Math.max(0, (now - this.#last) / 1000));
    this.#last = now;
  };

  take(): number {
    const whole = Math.min(60, Math.floor(this.#seconds));
    this.#seconds -= whole;
    return whole;
  }
}

/** The question in which the cursor stands, by its key. */
const focused = (): string | undefined => document.activeElement?.closest('.question')?.id.replace(/^q-/, '') || undefined;

/**
 * Tells the server every ten seconds where its person is, and hears who else is there. A page that cannot reach the server shows nobody:
 * it would only be guessing.
 */
export function usePresence(id: string, section: string, onVersion: (version: number) => void): PresenceView | null {
  const [present, setPresent] = useState<PresenceView | null>(null);
  useEffect(() => {
    const active = new ActiveTime();
    let wanted = true;
    const beat = async () => {
      if (document.visibilityState === 'hidden') return;
      try {
        const question = focused();
        const heard = await api.togetherBeat({ path: { id }, body: { section, ...(question ? { question } : {}), activeSeconds: active.take() } });
        if (!wanted) return;
        setPresent(heard);
        onVersion(heard.version);
      } catch {
        if (wanted) setPresent(null);
      }
    };
    void beat();
    const timer = setInterval(() => void beat(), EVERY_MS);
    for (const kind of ['keydown', 'pointerdown', 'scroll'] as const) addEventListener(kind, active.seen, { passive: true });
    return () => {
      wanted = false;
      clearInterval(timer);
      for (const kind of ['keydown', 'pointerdown', 'scroll'] as const) removeEventListener(kind, active.seen);
    };
  }, [id, section, onVersion]);
  return present;
}
