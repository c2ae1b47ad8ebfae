import type { Rulebook } from '#modules/calls';
import { SITE_SAYS } from './sites/site-content.js';

/** One party as it signs: its name and what it is. */
export interface SigningParty {
  readonly name: string;
  readonly role: '申报单位' | '联合申报单位' | '依托单位';
  /** When it took its consent back: it stays named, and signs nothing. */
  readonly leftAt?: Date | null;
}

/** One box of the page on which people sign and seal: who, what they say, and the lines they sign on. */
export interface SigningBox {
  readonly title: string;
  readonly says: string;
  readonly lines: readonly string[];
  /** In place of them: who confirmed it online, when, and what. Empty where it is signed on paper. */
  readonly online: string;
}

/** A site that was asked over a link. */
export interface AskedSite {
  readonly name: string;
  /** Who has confirmed it, and when; empty where nobody has. */
  readonly words: string;
}

const SIGNED = '法定代表人或负责人（签字）';
const SEALED = '（盖章）';

/** What the rulebook has signed and sealed on paper, box by box; none where nothing is. */
export function signingPage({ seal, declaration }: Rulebook['form'], parties: readonly SigningParty[], sites: readonly AskedSite[] = []): SigningBox[] {
  const own = [...(seal.legalRepresentative ? [SIGNED] : []), ...(seal.organisation ? [SEALED] : [])];
  return [
    ...(own.length > 0 ? parties.filter(({ leftAt }) => !leftAt).map(({ name, role }) => ({ title: `${role}：${name}`, says: declaration.zh, lines: own, online: '' })) : []),
    ...(seal.site ? siteBoxes(sites) : []),
    ...(seal.supervisingUnit ? [{ title: '业务主管单位意见', says: '', lines: ['负责人（签字）', SEALED], online: '' }] : []),
  ];
}

/** Whoever has confirmed online signs nothing on paper. */
const siteBoxes = (sites: readonly AskedSite[]): SigningBox[] => (sites.length > 0 ? sites : [{ name: '', words: '' }])
  .map(({ name, words }) => ({ title: `落地村（社区）意见${name && `：${name}`}`, says: SITE_SAYS.zh, lines: words ? [] : ['负责人（签字）', SEALED], online: words }));
