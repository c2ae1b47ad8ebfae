import type { Rulebook } from '#modules/calls';

export interface Demonstration {
  code: string;
  title: (year: number) => { zh: string; en: string };
  anchor: { stage: string; edge?: 'opensAt' | 'closesAt'; on: string };
  names?: readonly (readonly [string, string])[];
  adapt?: (book: Rulebook) => Rulebook;
}

export function demonstrate(book: Rulebook, wanted: Demonstration): Rulebook;
export function shiftDates(book: Rulebook, step: { days: number; years: number }): Rulebook;
