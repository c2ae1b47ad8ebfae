/**
 * Why an expert may not judge an applicant, found by walking from the expert over people, organisations, phones and addresses
 * (rules borrowed from procurement, domain.md section 8: employer, adviser, control, dispute or family within three years).
 */
export const LINK_KINDS = [
  'member', 'employer', 'employed', 'adviser', 'board', 'legal_representative', 'shareholder', 'family', 'mentor', 'dispute', 'requirement', 'other',
  'phone', 'address', 'same_name', 'leader', 'team', 'co_applied', 'co_awarded',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface GraphNode {
  /** `expert:`, `organisation:`, `person:`, `phone:` or `address:` and what tells it apart. */
  readonly key: string;
  readonly label: string;
}

export interface Link {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly kind: LinkKind;
  /** The day since which it is known, `YYYY-MM-DD`; null when nobody has said. */
  readonly day: string | null;
  /** The day is that of the record which says so, not of the relation itself. */
  readonly recorded: boolean;
}

/** A way from an expert to an organisation. `certain` is false where two people merely have the same name: somebody must look. */
export interface ConflictPath {
  readonly links: readonly Link[];
  readonly certain: boolean;
}

/** Expert, employer, partner, applicant: what lies farther away is acquaintance, not interest. */
const LONGEST = 4;

/** How many uncertain or partnership steps a way may hold: one chance likeness explains nothing further. */
const SPARING: ReadonlySet<LinkKind> = new Set(['same_name', 'co_applied', 'co_awarded']);

export class ConflictGraph {
  private readonly links = new Map<string, Link[]>();

  /** A relation holds in both directions. */
  add(link: Link): void {
    this.put(link);
    this.put({ ...link, from: link.to, to: link.from });
  }

  private put(link: Link): void {
    const present = this.links.get(link.from.key);
    if (present) present.push(link);
    else this.links.set(link.from.key, [link]);
  }

  /** The shortest way from the node to each organisation within reach; one without a mere likeness of names goes first. */
  waysFrom(start: string): ReadonlyMap<string, ConflictPath> {
    const certain = this.walk(start, false);
    const all = this.walk(start, true);
    const ways = new Map<string, ConflictPath>();
    for (const [key, links] of all) if (key.startsWith('organisation:')) ways.set(key, { links: certain.get(key) ?? links, certain: certain.has(key) });
    return ways;
  }

  private walk(start: string, byName: boolean): Map<string, readonly Link[]> {
    const reached = new Map<string, readonly Link[]>([[start, []]]);
    let front = [start];
    for (let length = 1; length <= LONGEST && front.length > 0; length += 1) front = front.flatMap((key) => this.step(reached.get(key)!, key, reached, byName));
    reached.delete(start);
    return reached;
  }

  private step(before: readonly Link[], key: string, reached: Map<string, readonly Link[]>, byName: boolean): string[] {
    const next: string[] = [];
    for (const link of this.links.get(key) ?? []) {
      if (reached.has(link.to.key) || !mayFollow(before, link, byName)) continue;
      reached.set(link.to.key, [...before, link]);
      next.push(link.to.key);
    }
    return next;
  }
}

function mayFollow(before: readonly Link[], link: Link, byName: boolean): boolean {
  if (link.to.key.startsWith('expert:')) return false;
  if (link.kind === 'same_name' && !byName) return false;
  // A member of one team who has a namesake in another ties nobody else to it.
  if ((link.kind === 'team' || link.kind === 'leader') && link.from.key.startsWith('organisation:')) return false;
  return !SPARING.has(link.kind) || !before.some(({ kind }) => SPARING.has(kind));
}

/** Digits alone, without the country's code; too short a number tells nobody apart. */
export function likePhone(phone: string): string | null {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  return digits.length >= 7 ? digits : null;
}

/** A street without a number is no address that two people share by more than chance. */
export function likeAddress(address: string): string | null {
  const plain = address.normalize('NFKC').replace(/[\s,，。.、]/g, '').toLowerCase();
  return plain.length >= 6 && /\d|号|室/.test(plain) ? plain : null;
}
