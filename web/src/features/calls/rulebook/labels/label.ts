import type { Pair } from '../../../../ui/language/texts.js';

/** What people call one field of a rulebook, and what they need to know to fill it. */
export interface Label {
  readonly name: Pair;
  readonly help?: Pair;
  /** Stands behind the number. */
  readonly unit?: Pair;
}

/** Fields by their place, indices written as `*`: `stages.*.opensAt`. */
export type Labels = Readonly<Record<string, Label>>;

export function label(zh: string, en: string, more: Omit<Label, 'name'> = {}): Label {
  return { name: [zh, en], ...more };
}

export const help = (zh: string, en: string): { help: Pair } => ({ help: [zh, en] });
export const unit = (zh: string, en: string): { unit: Pair } => ({ unit: [zh, en] });

export const DAYS = unit('天', 'days');
export const PLACES = unit('名', 'places');
export const PEOPLE = unit('人', 'people');
export const YEARS = unit('年', 'years');
export const SECONDS = unit('秒', 'seconds');
export const POINTS = unit('分', 'points');
