import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, type RuleCheckBody } from '../../../api/index.js';
import { APPLICATIONS } from '../staff-queries.js';

/** Notes findings on rules, and answers whether they were kept: what is refused says why, and what was written stays. */
export function useChecking(id: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const check = async (checks: readonly RuleCheckBody[]): Promise<boolean> => {
    const mine = checks.map(({ ruleId }) => ruleId);
    setBusy((before) => [...before, ...mine]);
    setError(null);
    try {
      await api.screeningCheck({ path: { id }, body: { checks: [...checks] }, headers: { 'Idempotency-Key': newIdempotencyKey() } });
      await queries.invalidateQueries({ queryKey: [...APPLICATIONS, 'one', id] });
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy((before) => before.filter((ruleId) => !mine.includes(ruleId)));
    }
  };
  return { busy, error, check };
}
