import { useCallback, useEffect, useState } from 'react';
import { api, type ApplicationDetail, type PublicCallView } from '../../../api/index.js';

export interface Opened {
  readonly application: ApplicationDetail;
  readonly call: PublicCallView;
}

/**
 * The application as it is now, read once and kept by the page: a form must not be drawn anew, or emptied, because something was read
 * again in the background.
 */
export function useOpened(id: string): { opened: Opened | null; error: unknown; again: () => void } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const open = async () => {
      const application = await api.applicantOne({ path: { id } });
      return { application, call: await api.publicCallsOne({ path: { id: application.callId } }) };
    };
    setError(null);
    open().then(
      (found) => (wanted ? setOpened(found) : undefined),
      (reason: unknown) => (wanted ? setError(reason) : undefined),
    );
    return () => {
      wanted = false;
    };
  }, [id, tries]);
  return { opened, error, again: useCallback(() => setTries((count) => count + 1), []) };
}
