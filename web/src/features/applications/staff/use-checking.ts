import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, type RuleCheckBody } from '../../../api/index.js';
import { APPLICATIONS } from '../staff-queries.js';

/** Notes findings on rules; what is kept shows at once, what is refused says why. */
export function useChecking(id: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const check = async (checks: readonly RuleCheckBody[]) => {
    setBusy(checks.map(({ ruleId }) => ruleId));
    setError(null);
    try {
      await api.screeningCheck({ path: { id }, body: { checks: [...checks] }, headers: { 'Idempotency-Key': newIdempotencyKey() } });
      await queries.invalidateQueries({ queryKey: [...APPLICATIONS, 'one', id] });
    } catch (problem) {
      setError(problem);
    }
    setBusy([]);
  };
  return { busy, error, check };
}
