import type { Rulebook } from '#modules/calls';

export const ROUND_KEYS: string[];
export function roundOn(key: string, today: string, read: (template: string) => Rulebook): { key: string; code: string; node: string; rulebook: Rulebook };
export function yearsOf(rulebooks: readonly Rulebook[]): number[];
