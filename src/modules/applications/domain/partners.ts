import { say, type Problem } from '#libs/errors';
import type { ApplicantType, Rulebook } from '#modules/calls';
import type { Return } from './application.js';
import type { ApplicationStatus } from './application-status.js';

export const CONSENT_STATES = ['asked', 'agreed', 'declined', 'left'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Whether a partner or a host takes part: nobody is made a party without somebody of its own having said so. */
export interface PartnerConsent {
  readonly organisationId: string;
  readonly state: ConsentState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** Why it declined or left, or what it adds. */
  readonly note: string | null;
}

interface Registered {
  readonly name: string;
  readonly kind: ApplicantType;
  readonly creditCode: string | null;
  readonly registeredOn: string | null;
}

interface Underway {
  readonly status: ApplicationStatus;
  readonly returned: Return | null;
}

/** Whether the parties may be other ones now: in a draft, and in a correction that was asked for because of them. */
export const partiesOpen = ({ status, returned }: Underway): boolean => status === 'draft' || (status === 'returned' && returned?.parties === true);

/**
 * Whether a partner that has agreed may take its consent back. In a draft it declines instead. After the submission it may leave until the
 * screening decides: until then the others can still be given time to put the parties in order. What comes after rests on the parties as
 * they were admitted: judges are kept apart from them, and whoever does not want an award declines it.
 */
export const mayLeave = ({ status }: Pick<Underway, 'status'>, state: ConsentState): boolean => state === 'agreed' && BEFORE_DECISION.includes(status);
const BEFORE_DECISION: readonly ApplicationStatus[] = ['submitted', 'returned'];

/** Whether a partner may answer now: as long as the parties are open, and whoever has left may come back until the screening decides. */
export function mayAnswer(application: Underway, state: ConsentState, agreed: boolean): boolean {
  if (application.status === 'draft') return true;
  if (state === 'left') return agreed && BEFORE_DECISION.includes(application.status);
  return state !== 'agreed' && partiesOpen(application);
}

type Rules = { readonly applicants: Pick<Rulebook['applicants'], 'host' | 'joint'> };

/** Of the other parties, which ones may be the host (依托单位) of the group that applies; nobody hosts an organisation that is registered. */
export const hostsAmong = ({ applicants: { host } }: Rules, kind: ApplicantType, others: readonly ApplicantType[]): ApplicantType[] =>
  kind === 'community_group' && host.allowed ? others.filter((other) => host.hostTypes.includes(other)) : [];

/** What a form about the registration of the applicant is filled with: of a group with a host, the host's, the rest stays its own. */
export function registeredProfile<T extends Registered>(rules: Rules, applicant: T, others: readonly T[]): T & { readonly registeredAs?: string } {
  const [kind] = hostsAmong(rules, applicant.kind, others.map((other) => other.kind));
  const host = others.find((other) => other.kind === kind);
  return host ? { ...applicant, creditCode: host.creditCode, registeredOn: host.registeredOn, registeredAs: host.name } : applicant;
}

/** How many apply together: the one host of an unregistered group lends its registration and is no further party. */
export const partiesIn = (rules: Rules, kind: ApplicantType, others: readonly ApplicantType[]): number =>
  1 + others.length - Math.min(1, hostsAmong(rules, kind, others).length);

/** What bars an application whose partners have not all agreed. Those of whom nobody was asked, since they were named before anybody had to be, stand. */
export function unansweredBars(consents: readonly PartnerConsent[], partners: readonly { readonly id: string; readonly name: string }[]): Problem[] {
  return consents.filter(({ state }) => state !== 'agreed').flatMap(({ organisationId, state }) => {
    const partner = partners.find(({ id }) => id === organisationId);
    if (!partner) return [];
    return [{ path: '', ...BARS[state as keyof typeof BARS], facts: { name: partner.name } }];
  });
}

/** Those of the parties who still take part: the rules are judged without whoever has left. */
export const staying = <T>(parties: readonly T[], idOf: (party: T) => string, consents: readonly PartnerConsent[]): T[] =>
  parties.filter((party) => !consents.some(({ organisationId, state }) => state === 'left' && organisationId === idOf(party)));

const WAITS = say('“{name}”还没有同意参加。平台已通知该单位，由其成员登录后确认', '"{name}" has not agreed to take part yet. It was told; one of its members signs in and agrees');
const DECLINED = say('“{name}”不同意参加。请移除该单位，或与其商量后请其重新确认', '"{name}" declines to take part. Remove it, or talk with it and ask it to answer anew');
const LEFT = say('“{name}”在提交后退出了申报。请移除或更换该单位，或请其重新同意', '"{name}" left the application after it was submitted. Remove or replace it, or have it agree anew');
const BARS = { asked: { code: 'partner_not_agreed', sentence: WAITS }, declined: { code: 'partner_declined', sentence: DECLINED }, left: { code: 'partner_left', sentence: LEFT } } as const;
