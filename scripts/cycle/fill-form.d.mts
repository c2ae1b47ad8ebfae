import type { Rulebook } from '#modules/calls';

export interface SampleProject {
  name: string;
  categoryKey?: string;
  requestedFen: number;
  matchingFen?: number;
  startsOn: string;
  endsOn: string;
  leader?: string;
  texts?: Record<string, string>;
  people?: { direct: number; women: number; children: number };
}

export function fillForm(rulebook: Rulebook, project: SampleProject, fileIds: readonly string[]): Record<string, Record<string, unknown>>;
export function countFiles(rulebook: Rulebook): number;
