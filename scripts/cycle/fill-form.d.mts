import type { Rulebook } from '#modules/calls';

export interface SampleProject {
  name: string;
  categoryKey?: string;
  requestedFen: number;
  matchingFen?: number;
  startsOn: string;
  endsOn: string;
  leader?: string;
  mobile?: string;
  email?: string;
  texts?: Record<string, string>;
  people?: { direct: number; women: number; children: number; personTimes?: number; description?: string };
  activities?: { name: string; on: string; sessions: number; persons: number }[];
  team?: object[];
  budget?: object[];
  organisation?: { name: string; creditCode: string; address: string; registeredOn: string; grade?: string };
}

export function fillForm(rulebook: Rulebook, project: SampleProject, fileIds: readonly string[]): Record<string, Record<string, unknown>>;
export function countFiles(rulebook: Rulebook): number;
