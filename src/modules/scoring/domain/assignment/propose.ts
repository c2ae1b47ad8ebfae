import { assign } from './assign.js';

/** What an officer asks of an assignment. */
export interface AssignmentSettings {
  /** How many experts each application gets. */
  readonly perApplication: number;
  /** The most that one expert takes; null when only evenness limits it. */
  readonly most: number | null;
  /** `elsewhere`: nobody reviews an applicant of her own district. */
  readonly region: 'any' | 'elsewhere';
}

export type Wish = 'eager' | 'willing' | 'reluctant';

export interface PlanExpert {
  readonly seatId: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly territoryCode: string | null;
  readonly most: number | null;
  /** Cannot be given anything at all, and why. */
  readonly out: 'away' | 'barred' | null;
}

export interface PlanApplication {
  readonly id: string;
  readonly projectName: string;
  readonly categoryTitle: string;
  readonly territoryCode: string;
  readonly language: string;
}

export interface PlanInput {
  readonly settings: AssignmentSettings;
  readonly experts: readonly PlanExpert[];
  readonly applications: readonly PlanApplication[];
  /** By `seat application`: a conflict of interest or a word of the officer against it. */
  readonly forbidden: ReadonlyMap<string, 'conflict' | 'doubt' | 'never'>;
  /** By `seat application`: an officer's word for it, or a sheet that was begun. */
  readonly fixed: ReadonlyMap<string, 'must' | 'begun'>;
  readonly wishes: ReadonlyMap<string, Wish>;
}

/** Why somebody was chosen. */
export type Merit = 'topic' | 'project' | 'no_topic' | 'other_topic' | 'eager' | 'willing' | 'reluctant' | 'must' | 'begun';
/** Why somebody could not be. */
export type Obstacle = 'conflict' | 'doubt' | 'never' | 'language' | 'region' | 'away' | 'barred' | 'full';

export interface Choice {
  readonly seatId: string;
  readonly merits: readonly Merit[];
}

export interface Shortage {
  readonly missing: number;
  /** How many of the panel fall away for each reason. */
  readonly obstacles: Readonly<Partial<Record<Obstacle, number>>>;
}

export interface Proposal {
  readonly rows: readonly { readonly applicationId: string; readonly choices: readonly Choice[]; readonly shortage: Shortage | null }[];
  readonly loads: readonly { readonly seatId: string; readonly load: number }[];
  readonly price: number;
}

/** Prices, the smaller the better. Expertise weighs more than a wish; both weigh less than evenness, which the solver puts first. */
const PRICES = { topic: 0, project: 100, no_topic: 250, other_topic: 400 } as const;
const WISHES = { eager: 0, willing: 40, none: 80, reluctant: 300 } as const;

export const pairKey = (seatId: string, applicationId: string): string => `${seatId} ${applicationId}`;

/** Solves the assignment exactly and says for every application why these people, or why not enough of them. */
export function propose(input: PlanInput): Proposal {
  const { applications, experts, settings } = input;
  const pricing = new Pricing(input);
  const capacities = Int32Array.from(experts, ({ most, out }) => (out ? 0 : Math.min(most ?? applications.length, settings.most ?? applications.length)));
  const solved = assign({ applications: applications.length, experts: experts.length, perApplication: settings.perApplication, prices: pricing.matrix(), capacities, pinned: pricing.pinned() });
  const missing = new Map(solved.lacking.map(({ application, missing: count }) => [application, count]));
  const isFull = (column: number) => solved.loads[column]! >= capacities[column]!;
  return {
    price: solved.price,
    loads: experts.map(({ seatId }, column) => ({ seatId, load: solved.loads[column]! })),
    rows: applications.map(({ id }, row) => {
      const chosen = solved.experts[row]!;
      const lacking = missing.get(row);
      return {
        applicationId: id, choices: chosen.map((column) => ({ seatId: experts[column]!.seatId, merits: pricing.merits(row, column) })),
        shortage: lacking ? { missing: lacking, obstacles: pricing.obstacles(row, new Set(chosen), isFull) } : null,
      };
    }),
  };
}

class Pricing {
  private readonly ofCategory = new Map<string, Uint8Array>();
  /** Single words about pairs, by their place in the matrix: few among a million. */
  private readonly forbidden: ReadonlyMap<number, Obstacle>;
  private readonly fixed: ReadonlyMap<number, 'must' | 'begun'>;
  private readonly wishes: ReadonlyMap<number, Wish>;

  constructor(private readonly input: PlanInput) {
    const rows = new Map(input.applications.map(({ id }, row) => [id, row]));
    const columns = new Map(input.experts.map(({ seatId }, column) => [seatId, column]));
    const placed = <Word>(words: ReadonlyMap<string, Word>) => new Map([...words].flatMap(([key, word]): [number, Word][] => {
      const [seatId, applicationId] = key.split(' ') as [string, string];
      const [row, column] = [rows.get(applicationId), columns.get(seatId)];
      return row === undefined || column === undefined ? [] : [[row * columns.size + column, word]];
    }));
    this.forbidden = placed(input.forbidden);
    this.fixed = placed(input.fixed);
    this.wishes = placed(input.wishes);
  }

  /** A conflict outweighs an officer's earlier word for the pair. */
  pinned(): [row: number, column: number][] {
    const width = this.input.experts.length;
    return [...this.fixed.keys()].filter((at) => !this.forbidden.has(at)).map((at) => [Math.floor(at / width), at % width]);
  }

  matrix(): Int32Array {
    const { applications, experts } = this.input;
    const prices = new Int32Array(applications.length * experts.length);
    applications.forEach((_, row) => experts.forEach((__, column) => {
      prices[row * experts.length + column] = this.obstacle(row, column) ? -1 : this.price(row, column);
    }));
    return prices;
  }

  private price(row: number, column: number): number {
    return PRICES[this.expertise(row, column)] + WISHES[this.wishes.get(row * this.input.experts.length + column) ?? 'none'];
  }

  private expertise(row: number, column: number): keyof typeof PRICES {
    const { topics } = this.input.experts[column]!;
    if (topics.length === 0) return 'no_topic';
    const { categoryTitle, projectName } = this.input.applications[row]!;
    if (this.knows(categoryTitle)[column]) return 'topic';
    return topics.some((topic) => projectName.includes(topic)) ? 'project' : 'other_topic';
  }

  /** Which experts have named something that the category is about; worked out once for each category. */
  private knows(category: string): Uint8Array {
    const known = this.ofCategory.get(category) ?? Uint8Array.from(this.input.experts, ({ topics }) => (topics.some((topic) => isAbout(topic, category)) ? 1 : 0));
    this.ofCategory.set(category, known);
    return known;
  }

  obstacle(row: number, column: number): Obstacle | null {
    const [expert, application] = [this.input.experts[column]!, this.input.applications[row]!];
    if (expert.out) return expert.out;
    const word = this.forbidden.get(row * this.input.experts.length + column);
    if (word) return word;
    if (!expert.languages.includes(application.language)) return 'language';
    return this.input.settings.region === 'elsewhere' && isSameDistrict(expert.territoryCode, application.territoryCode) ? 'region' : null;
  }

  obstacles(row: number, chosen: ReadonlySet<number>, isFull: (column: number) => boolean): Shortage['obstacles'] {
    const counts: Partial<Record<Obstacle, number>> = {};
    this.input.experts.forEach((_, column) => {
      const obstacle = chosen.has(column) ? null : (this.obstacle(row, column) ?? (isFull(column) ? 'full' : null));
      if (obstacle) counts[obstacle] = (counts[obstacle] ?? 0) + 1;
    });
    return counts;
  }

  merits(row: number, column: number): Merit[] {
    const at = row * this.input.experts.length + column;
    const [word, wish] = [this.fixed.get(at), this.wishes.get(at)];
    return [...(word ? [word] : []), this.expertise(row, column), ...(wish ? [wish] : [])];
  }
}

/** 妇女儿童 and 儿童 are about each other; single characters are not. */
const isAbout = (topic: string, category: string): boolean => topic.length > 1 && (category.includes(topic) || topic.includes(category));

/** Six digits name a district, county or county-level city. */
const isSameDistrict = (one: string | null, other: string): boolean => one !== null && one.length === 6 && !one.endsWith('00') && one === other;

/** The language a text must be read in: Chinese as soon as it holds Han characters. */
export const languageOf = (text: string): string => (/\p{Script=Han}/u.test(text) || !/[a-z]/i.test(text) ? 'zh' : 'en');
