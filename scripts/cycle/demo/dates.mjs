/** Days and instants of the demonstration, all in Asia/Shanghai, whose clock is never put forward. */
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** The day on which an instant falls. @param {number | string | Date} instant @returns {string} such as `2026-11-26` */
export const dayOf = (instant) => new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** @param {string} day @param {number} count negative for earlier */
export const addDays = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** How many days the second day lies after the first. */
export const daysBetween = (first, second) => Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);

/** @returns {string} the instant with its zone, such as `2026-11-26T17:30:00+08:00` */
export const at = (day, time) => `${day}T${time.length === 5 ? `${time}:00` : time}+08:00`;

export const yearOf = (day) => Number(day.slice(0, 4));
