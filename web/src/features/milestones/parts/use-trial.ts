import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../api/index.js';
import { EVALUATIONS } from '../queries.js';
import { scoresOf, type EvaluationDraft } from './evaluation-draft.js';

const PAUSE_MS = 350;

/** The server's count of what is entered so far: the arithmetic is its own, the page only shows it. */
export function useTrial(projectId: string, key: string, draft: EvaluationDraft) {
  const scores = useCalm(JSON.stringify(scoresOf(draft)));
  return useQuery({
    queryKey: [...EVALUATIONS, 'trial', projectId, key, scores],
    queryFn: () => api.evaluationsTryOut({ path: { projectId }, body: { key, scores: JSON.parse(scores) as Record<string, unknown> } }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** The value once it has rested for a moment. */
function useCalm(value: string): string {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
