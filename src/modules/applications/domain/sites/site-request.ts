import { say, type Problem } from '#libs/errors';
import type { Rulebook } from '#modules/calls';
import { answerTo, isBlank, type Answers } from '../form/answers.js';
import type { Fault } from '../form/fault.js';
import { siteContent } from './site-content.js';

/** lapsed: it was confirmed, and what was confirmed has changed since. */
export const SITE_STATES = ['asked', 'confirmed', 'declined', 'lapsed'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** What a site without an account was asked over a link, and what somebody there has answered. */
export interface SiteRequest {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  /** Where the letter with the link went; null where the link was given by hand. */
  readonly email: string | null;
  readonly askedAt: Date;
  /** Withdrawn, or sent anew under another link: it opens nothing any more. */
  readonly endedAt: Date | null;
  readonly said: Exclude<SiteState, 'lapsed'>;
  readonly answeredAt: Date | null;
  readonly answerer: string | null;
  readonly office: string | null;
  readonly phone: string | null;
  readonly reason: string | null;
  /** SHA-256 of what stood before whoever answered. */
  readonly contentHash: string | null;
}

/** The question whose file is the site's word on paper. */
const PAPER = 'site-letter';

export const hasPaper = (answers: Answers): boolean => !isBlank(answerTo(answers, PAPER));

/** A site that is asked over a link needs no paper: what it says stands in place of the file. */
export const withoutPaper = <T extends Fault>(faults: T[], siteRequests: number): T[] =>
  siteRequests === 0 ? faults : faults.filter(({ code, path }) => code !== 'answer_missing' || !path.endsWith(`.${PAPER}`));

export interface Confirmed {
  readonly answers: Answers;
  readonly organisationName: string;
}

/** Nothing is written when an answer changes: a confirmation holds for what was seen, and holds again when that stands there again. */
export function stateOf({ said, name, contentHash }: Pick<SiteRequest, 'said' | 'name' | 'contentHash'>, book: Rulebook, application: Confirmed): SiteState {
  return said === 'confirmed' && siteContent(book, application, name).hash !== contentHash ? 'lapsed' : said;
}

/** What bars an application whose sites have not all confirmed online, unless their word is there on paper. */
export function siteBars(book: Rulebook, application: Confirmed & { readonly sites: readonly SiteRequest[] }): Omit<Problem, 'path'>[] {
  if (application.sites.length === 0 || hasPaper(application.answers)) return [];
  return application.sites.flatMap((site) => {
    const state = stateOf(site, book, application);
    return state === 'confirmed' ? [] : [{ ...BARS[state], facts: { name: site.name } }];
  });
}

const BARS = {
  asked: { code: 'site_not_confirmed', sentence: say('“{name}”还没有在线确认。请提醒对方打开链接，或上传其盖章的意见', '"{name}" has not confirmed yet. Remind it to open the link, or upload its sealed opinion') },
  declined: { code: 'site_declined', sentence: say('“{name}”不同意在该处实施。请与其商量后重新发送，或撤回请求', '"{name}" does not agree to have it there. Talk with it and send the request anew, or withdraw it') },
  lapsed: { code: 'site_lapsed', sentence: say('“{name}”确认之后内容有改动，确认已失效。请重新发送，或上传其盖章的意见', 'What "{name}" confirmed has changed since, so its confirmation has lapsed. Send the request anew, or upload its sealed opinion') },
} as const;
