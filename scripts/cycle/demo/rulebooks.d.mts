import type { Rulebook } from '#modules/calls';

export interface DemonstrationRound {
  key: string;
  code: string;
  node: string;
  rulebook: Rulebook;
}

export function demonstrationOn(today: string, read: (template: string) => Rulebook): { rounds: DemonstrationRound[]; assumed: number[] };
