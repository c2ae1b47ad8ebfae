import { dayOf } from '#libs/calendar';
import { lookOfName } from '#libs/characters';
import type { ApplicationOutline, Partnership } from '#modules/applications';
import type { ExpertProfile, ExpertTie, TieKind } from '../experts/expert-profile.js';
import { ConflictGraph, likeAddress, likePhone, type GraphNode, type Link, type LinkKind } from './conflict-graph.js';

export interface GraphOrganisation {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly legalRepresentative: string;
  readonly address: string;
  /** Since when both stand on record as they do. */
  readonly knownSince?: { readonly address: Date; readonly legalRepresentative: Date } | undefined;
}

export interface Membership {
  readonly accountId: string;
  readonly subjectId: string;
  readonly since: Date;
  readonly until: Date | null;
}

/** People and telephones that an application names. */
export interface ApplicationContacts {
  readonly organisationId: string;
  readonly leaders: readonly string[];
  readonly team: readonly string[];
  readonly phones: readonly string[];
  /** When the application that names them was handed in. */
  readonly knownSince?: Date;
}

export interface ConflictFacts {
  readonly experts: readonly { readonly id: string; readonly name: string }[];
  readonly profiles: readonly ExpertProfile[];
  readonly ties: readonly ExpertTie[];
  readonly memberships: readonly Membership[];
  readonly organisations: readonly GraphOrganisation[];
  readonly contacts: readonly ApplicationContacts[];
  readonly partnerships: readonly Partnership[];
  /** Relations that ended before this day no longer count; `YYYY-MM-DD`. */
  readonly since: string;
}

/** These come to an end; a dispute or a place in the proposal's making does not fade while it is on record. */
const FADING: ReadonlySet<TieKind> = new Set(['employed', 'adviser', 'board', 'legal_representative', 'shareholder', 'mentor', 'dispute']);

const known = (at: Date | null | undefined) => ({ day: at ? dayOf(at) : null, recorded: true });
const happened = (day: string | null) => ({ day, recorded: false });
const UNDATED = happened(null);
const expertNode = (id: string, label: string): GraphNode => ({ key: `expert:${id}`, label });
const personNode = (name: string): GraphNode => ({ key: `person:${lookOfName(name)}`, label: name });
export const organisationKey = (id: string): string => `organisation:${id}`;

/** Draws the graph of everything that is known; each relation that has faded is left out. */
export function graphOfFacts(facts: ConflictFacts): ConflictGraph {
  const drawing = new Drawing(facts);
  drawing.organisations();
  drawing.experts();
  drawing.ties();
  drawing.applications();
  return drawing.graph;
}

class Drawing {
  readonly graph = new ConflictGraph();
  private readonly byId: ReadonlyMap<string, GraphNode>;
  private readonly byName = new Map<string, GraphNode>();
  private readonly byCode = new Map<string, GraphNode>();

  constructor(private readonly facts: ConflictFacts) {
    this.byId = new Map(facts.organisations.map(({ id, name }) => [id, { key: organisationKey(id), label: name }]));
    for (const { id, name, creditCode } of facts.organisations) {
      this.byName.set(lookOfName(name), this.byId.get(id)!);
      if (creditCode) this.byCode.set(creditCode, this.byId.get(id)!);
    }
  }

  organisations(): void {
    for (const { id, legalRepresentative, address, knownSince } of this.facts.organisations) {
      const node = this.byId.get(id)!;
      if (legalRepresentative.trim()) this.link(personNode(legalRepresentative), node, 'legal_representative', known(knownSince?.legalRepresentative));
      this.thing('address', likeAddress(address), node, knownSince?.address);
    }
    for (const { organisationIds, submittedAt, awarded } of this.facts.partnerships) this.partners(organisationIds, submittedAt, awarded ? 'co_awarded' : 'co_applied');
  }

  private partners(ids: readonly string[], at: Date, kind: LinkKind): void {
    const day = dayOf(at);
    if (!this.counts(day)) return;
    const nodes = ids.map((id) => this.byId.get(id)).filter((node) => node !== undefined);
    nodes.forEach((one, place) => nodes.slice(place + 1).forEach((other) => this.link(one, other, kind, happened(day))));
  }

  experts(): void {
    for (const { id, name } of this.facts.experts) this.link(expertNode(id, name), personNode(name), 'same_name');
    for (const { accountId, employer, employerCode, phone, address, employerSince, phoneSince, addressSince } of this.facts.profiles) {
      const node = this.expert(accountId);
      const firm = (employerCode && this.byCode.get(employerCode)) || this.byName.get(lookOfName(employer));
      if (firm) this.link(node, firm, 'employer', known(employerSince));
      this.thing('phone', phone && likePhone(phone), node, phoneSince);
      this.thing('address', address && likeAddress(address), node, addressSince);
    }
  }

  ties(): void {
    for (const membership of this.facts.memberships) this.membership(membership);
    for (const tie of this.facts.ties) if (!FADING.has(tie.kind) || this.counts(tie.until)) this.tie(tie);
  }

  /** Whether what ended on that day is recent enough; what goes on is. */
  private counts(ended: string | null): boolean {
    return ended === null || ended >= this.facts.since;
  }

  private membership({ accountId, subjectId, since, until }: Membership): void {
    const [node, ended] = [this.byId.get(subjectId), until && dayOf(until)];
    if (node && this.counts(ended)) this.link(this.expert(accountId), node, ended ? 'employed' : 'member', happened(ended ?? dayOf(since)));
  }

  private tie({ accountId, kind, organisationId, organisationName, personName, since, until }: ExpertTie): void {
    const organisation = (organisationId && this.byId.get(organisationId)) || this.byName.get(lookOfName(organisationName));
    const day = until ?? since;
    if (personName) {
      this.link(this.expert(accountId), personNode(personName), 'family', happened(day));
      if (organisation) this.link(personNode(personName), organisation, 'employed', happened(day));
    } else if (organisation) this.link(this.expert(accountId), organisation, kind, happened(day));
  }

  applications(): void {
    for (const { organisationId, leaders, team, phones, knownSince } of this.facts.contacts) {
      const node = this.byId.get(organisationId);
      if (!node) continue;
      for (const name of leaders) this.link(personNode(name), node, 'leader', known(knownSince));
      for (const name of team) this.link(personNode(name), node, 'team', known(knownSince));
      for (const phone of phones) this.thing('phone', likePhone(phone), node, knownSince);
    }
  }

  private expert(id: string): GraphNode {
    return expertNode(id, this.facts.experts.find((one) => one.id === id)?.name ?? '');
  }

  private thing(kind: 'phone' | 'address', value: string | null, node: GraphNode, since: Date | null | undefined): void {
    if (value) this.link(node, { key: `${kind}:${value}`, label: kind === 'phone' ? '同一电话' : '同一地址' }, kind, known(since));
  }

  private link(from: GraphNode, to: GraphNode, kind: LinkKind, { day, recorded }: Pick<Link, 'day' | 'recorded'> = UNDATED): void {
    this.graph.add({ from, to, kind, day, recorded });
  }
}

/** The parties of an application: whoever is tied to one of them is tied to it. */
export const partiesOf = ({ organisationId, coOrganisationIds }: Pick<ApplicationOutline, 'organisationId' | 'coOrganisationIds'>): string[] => [organisationId, ...coOrganisationIds];
