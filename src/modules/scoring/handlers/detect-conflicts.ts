import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { ApplicationsFacade, type ApplicationOutline } from '#modules/applications';
import type { CallView, PrefillKey, Question, Rulebook } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import type { ConflictPath } from '../domain/conflicts/conflict-graph.js';
import { explainConflict } from '../domain/conflicts/explain-conflict.js';
import { graphOfFacts, organisationKey, partiesOf, type ApplicationContacts } from '../domain/conflicts/graph-of-facts.js';
import { isInForce, type ConflictPin } from '../domain/conflicts/conflict-pin.js';
import { ExpertStore } from '../store/expert.store.js';

/** Relations count for three years (domain.md section 8, after the procurement rules). */
const YEARS_BACK = 3;

/** What stands between one expert and one application. */
export interface Finding {
  readonly accountId: string;
  readonly applicationId: string;
  /** `block`: she may not judge it. `doubt`: somebody must look. `cleared`: it was looked at, and nothing is in the way. */
  readonly level: 'block' | 'doubt' | 'cleared';
  readonly why: Sentence;
  /** Null where an officer has pinned a conflict that the detection did not find. */
  readonly path: ConflictPath | null;
  readonly pin: ConflictPin | null;
}

export interface DetectionInput {
  readonly call: Pick<CallView, 'rulebook'>;
  readonly applicationIds: readonly string[];
  readonly experts: readonly { readonly id: string; readonly name: string }[];
}

/** Looks for conflicts of interest between experts and applications; nobody needs to be invited or told for that. */
@Injectable()
export class DetectConflicts {
  constructor(
    private readonly store: ExpertStore,
    private readonly identity: IdentityFacade,
    private readonly organisations: OrganisationsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** Only pairs with something between them. */
  async run({ call, applicationIds, experts }: DetectionInput): Promise<Finding[]> {
    const { picks, kinds } = picksOf(call.rulebook);
    const [outlines, pins] = await Promise.all([this.applications.outlines({ ids: applicationIds }, picks), this.store.pins(applicationIds)]);
    const graph = graphOfFacts({ experts, contacts: outlines.map((outline) => contactsOf(outline, kinds)), ...(await this.facts(outlines, experts.map(({ id }) => id))) });
    const pinned = new Map(pins.map((pin) => [`${pin.accountId} ${pin.applicationId}`, pin]));
    return experts.flatMap(({ id }) => {
      const ways = graph.waysFrom(`expert:${id}`);
      return outlines.flatMap((outline) => findingOf(id, outline, ways, pinned.get(`${id} ${outline.id}`) ?? null));
    });
  }

  private async facts(outlines: readonly ApplicationOutline[], expertIds: readonly string[]) {
    const [profiles, ties, memberships] = await Promise.all([this.store.profiles(expertIds), this.store.ties(expertIds), this.identity.subjectsOf(expertIds, 'applicant')]);
    const own = [...memberships.map(({ subjectId }) => subjectId), ...ties.flatMap(({ organisationId }) => organisationId ?? [])];
    const near = [...new Set([...outlines.flatMap(partiesOf), ...own])];
    const partnerships = await this.applications.partnerships(near);
    const ids = [...new Set([...near, ...partnerships.flatMap(({ organisationIds }) => organisationIds)])];
    const [organisations, since] = await Promise.all([this.organisations.many(ids), this.organisations.knownSince(ids)]);
    const knownSince = new Map(since.map((one) => [one.id, one]));
    const dated = organisations.map(({ id, name, creditCode, legalRepresentative, address }) => ({ id, name, creditCode, legalRepresentative, address, knownSince: knownSince.get(id) }));
    return { profiles, ties, memberships, organisations: dated, partnerships, since: addDays(dayOf(await this.time.now()), -365 * YEARS_BACK) };
  }
}

type ContactKind = 'leader' | 'phone' | 'team';

const CONTACTS: Partial<Record<PrefillKey, ContactKind>> = { 'leader.name': 'leader', 'leader.mobile': 'phone', 'organisation.team': 'team' };

const contactKind = (question: Question): ContactKind | undefined => (question.kind === 'team' ? 'team' : question.prefill && CONTACTS[question.prefill]);

/** Which answers name people and telephones. */
function picksOf({ form }: Rulebook): { picks: (readonly [string, string])[]; kinds: ContactKind[] } {
  const found = form.sections.flatMap((section) => section.questions.flatMap((question) => {
    const kind = contactKind(question);
    return kind ? [{ kind, pick: [section.key, question.key] as const }] : [];
  }));
  return { picks: found.map(({ pick }) => pick), kinds: found.map(({ kind }) => kind) };
}

function contactsOf({ organisationId, submittedAt, picked }: ApplicationOutline, kinds: readonly ContactKind[]): ApplicationContacts {
  const texts = (kind: ContactKind) => picked.filter((value, at): value is string => kinds[at] === kind && typeof value === 'string' && value.trim() !== '');
  const rows = picked.filter((_, at) => kinds[at] === 'team').flatMap((value) => (Array.isArray(value) ? (value as { name?: unknown; phone?: unknown }[]) : []));
  const column = (key: 'name' | 'phone') => rows.map((row) => row?.[key]).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  return { organisationId, knownSince: submittedAt, leaders: texts('leader'), team: column('name'), phones: [...texts('phone'), ...column('phone')] };
}

const PINNED_WITHOUT_PATH: Sentence = { zh: '工作人员认定存在利益冲突', en: 'Staff have found a conflict of interest' };

function findingOf(accountId: string, outline: ApplicationOutline, ways: ReadonlyMap<string, ConflictPath>, pin: ConflictPin | null): Finding[] {
  const found = partiesOf(outline).flatMap((id) => ways.get(organisationKey(id)) ?? []);
  const path = found.sort((a, b) => Number(b.certain) - Number(a.certain) || a.links.length - b.links.length)[0] ?? null;
  if (!path && !pin) return [];
  const why = path ? explainConflict(path) : pin?.verdict === 'conflict' ? { zh: `${PINNED_WITHOUT_PATH.zh}：${pin.reason}`, en: `${PINNED_WITHOUT_PATH.en}: ${pin.reason}` } : PINNED_WITHOUT_PATH;
  return [{ accountId, applicationId: outline.id, level: levelOf(path, pin), why, path, pin }];
}

function levelOf(path: ConflictPath | null, pin: ConflictPin | null): Finding['level'] {
  if (pin && isInForce(pin)) return pin.verdict === 'conflict' ? 'block' : 'cleared';
  if (!path) return 'cleared';
  return path.certain ? 'block' : 'doubt';
}
