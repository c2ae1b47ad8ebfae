import type { EvaluationGrid } from '#modules/calls';

export function scoreEvaluation(grid: EvaluationGrid, percent: number): { points: Record<string, string>; quantities: Record<string, never>; bonus: string; vetoes: string[] };
