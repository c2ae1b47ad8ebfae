/** An instant with its offset, RFC 3339: `2025-04-11T17:00:00+08:00`. */
export type Instant = string;
/** A day of the programme's zone, `2025-04-11`. */
export type Day = string;
/** A percentage between 0 and 100 with at most two decimals: `33.33` means 33.33 %. */
export type Percent = number;
/** A name inside one rulebook, lower case with hyphens: `child-care`. Other nodes refer to it. */
export type Key = string;
/** A JSON Pointer (RFC 6901) into the rulebook: `/stages/0/closesAt`. */
export type Pointer = string;

/** A span of days. Nobody computes working days but the calendar library. */
export interface Term {
  days: number;
  unit: 'working' | 'calendar';
  /** True when the day of the event is day one. Absent means false: Civil Code art. 201. */
  countFirstDay?: boolean;
}
