export function dayOf(instant: number | string | Date): string;
export function addDays(day: string, count: number): string;
export function daysBetween(first: string, second: string): number;
export function at(day: string, time: string): string;
export function yearOf(day: string): number;
