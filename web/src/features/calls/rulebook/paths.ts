/** The way to a value inside a rulebook, indices as text: `['stages', '0', 'opensAt']`. */
export type Path = readonly string[];

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => (isHolder(here) ? here[step] : undefined), root);
}

/** A copy in which only what lies on the way is new. `undefined` leaves the field out. */
export function withValue<T>(root: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const next = withValue(isHolder(root) ? root[step] : undefined, rest, value);
  if (Array.isArray(root)) return root.map((item: unknown, index) => (String(index) === step ? next : item)) as T;
  const copy: Holder = { ...(isHolder(root) ? root : {}) };
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy as T;
}

/** Indices become `*`: the place by which labels are found. */
export const patternOf = (path: Path): string => path.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('.');

/** As the examination writes it: `scoring.stages.0.weight`. */
export const dotted = (path: Path): string => path.join('.');
export const undotted = (text: string): string[] => (text === '' ? [] : text.split('.'));

/** RFC 6901, as the grounds are written: `/stages/0/closesAt`. */
export const pointerOf = (path: Path): string => path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((item, index) => item === b[index]);
