import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { absent, say, tell } from '#libs/errors';
import { CallsFacade, type CallView, type Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { OrganisationsFacade } from '#modules/organisations';
import { noSuchApplication } from '../applications.errors.js';
import { isMember, readsAsStaff } from '../applications.permissions.js';
import type { Application, Submission } from '../domain/application.js';
import type { Copied } from '../domain/copy-on-paper.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import { fileIds } from '../domain/form/file-ids.js';
import type { Answers } from '../domain/form/answers.js';
import { inWords } from '../domain/form/in-words.js';
import { hostsAmong } from '../domain/partners.js';
import { mayBeOpened } from '../domain/sealed.js';
import { stateOf, type SiteRequest } from '../domain/sites/site-request.js';
import { signingPage, type AskedSite, type SigningParty } from '../domain/signing-page.js';
import { ApplicationStore } from '../store/application.store.js';

const CLOSING = '本副本由平台按提交内容逐字生成。凭回执校验码可在平台“核验”页面查证编号与提交时间，无需账号；附件的 SHA-256 可用来核对文件未被改动。';
const DRAFT_CLOSING = '本副本是草稿，尚未提交，不作为申报凭证。';

/** Gathers what a copy of an application says: as it was submitted last, or at one submission, or as the draft stands. */
@Injectable()
export class GatherCopy {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
    private readonly organisations: OrganisationsFacade,
  ) {}

  /** @throws DomainError `application_absent`, `submission_absent` */
  async run(id: string, ordinal: number | undefined, actor: Actor): Promise<Copied> {
    const application = await this.applications.find(id);
    if (!application || !mayTake(application, actor)) throw noSuchApplication();
    if (!isMember(actor, application)) insist(mayBeOpened(await this.calls.get(application.callId), await this.time.now()));
    const submissions = await this.applications.submissions(id);
    if (ordinal === undefined) return this.copied(application, application.status === 'draft' ? undefined : submissions.at(-1));
    const submission = submissions.find((one) => one.ordinal === ordinal);
    if (!submission) throw absent('submission_absent', say('没有这一次提交', 'There is no such submission'));
    return this.copied(application, submission);
  }

  /** What was submitted, for the letter that confirms it. */
  async ofSubmission(application: Application, submission: Submission): Promise<Copied> {
    return this.copied(application, submission);
  }

  private async copied(application: Application, submission: Submission | undefined): Promise<Copied> {
    const call = await this.calls.get(application.callId);
    const { answers, rulebookVersion } = submission ?? application;
    const [{ rulebook: whole }, now] = await Promise.all([this.calls.rulebook(application.callId, rulebookVersion), this.time.now()]);
    const rulebook = rulesOf(whole, answers);
    const parties = await this.parties(application, rulebook);
    const facts = factsOf(parties, call, submission, submission?.submittedAt ?? now);
    const said = { facts, signing: signingPage(rulebook.form, parties, await this.asked(application, whole, answers)), projectName: readFigures(rulebook, answers).projectName, sections: inWords(rulebook, answers), files: await this.documents.many(fileIds(rulebook, answers)) };
    if (!submission) return { ...said, number: application.number ?? call.number, at: now, state: '草稿，尚未提交', closing: DRAFT_CLOSING };
    const { number, ordinal, submittedAt } = submission;
    return { ...said, number, at: submittedAt, state: `第 ${ordinal} 次提交`, closing: CLOSING };
  }

  /** The sites, with the word of those that have confirmed online just what this copy says. */
  private async asked(application: Application, whole: Rulebook, answers: Answers): Promise<AskedSite[]> {
    const { organisationName } = application;
    const wordsOf = (site: SiteRequest) => (stateOf(site, whole, { answers, organisationName }) === 'confirmed' ? tell(CONFIRMED, { ...site, at: site.answeredAt!, hash: site.contentHash! }, 'zh') : '');
    return (await this.applications.sites(application)).map((site) => ({ name: site.name, words: wordsOf(site) }));
  }

  private async parties({ id, organisationId, organisationName, coOrganisationIds }: Application, rulebook: Pick<Rulebook, 'applicants'>): Promise<SigningParty[]> {
    const others = await this.organisations.many(coOrganisationIds);
    const [[leader], consents] = others.length === 0 ? [[], []] : await Promise.all([this.organisations.many([organisationId]), this.applications.consents([id])]);
    const left = (partnerId: string) => consents.find((one) => one.organisationId === partnerId && one.state === 'left')?.answeredAt ?? null;
    const hosts = leader ? hostsAmong(rulebook, leader.kind, others.map(({ kind }) => kind)) : [];
    return [{ name: organisationName, role: '申报单位' }, ...others.map(({ id: partnerId, name, kind }): SigningParty => ({ name, leftAt: left(partnerId), role: hosts.includes(kind) ? '依托单位' : '联合申报单位' }))];
  }
}

const CONFIRMED = say('已在线确认：{answerer}（{office}，{phone}），{at}。所确认内容的校验码 SHA-256 {hash}', 'Confirmed online by {answerer} ({office}, {phone}), {at}. SHA-256 of what was confirmed: {hash}');
const LEFT = say('{name}（{at} 退出）', '{name} (left {at})');

const mayTake = (application: Application, actor: Actor): boolean => isMember(actor, application) || (application.status !== 'draft' && readsAsStaff(actor, application));

function factsOf(parties: readonly SigningParty[], { title, number }: CallView, submission: Submission | undefined, at: Date): [string, string][] {
  const when = tell(say('{at}', '{at}'), { at }, 'zh');
  const head: [string, string][] = [...parties.map(({ role, name, leftAt }): [string, string] => [role, leftAt ? tell(LEFT, { name, at: leftAt }, 'zh') : name]), ['批次', `${title.zh} ${number}`]];
  if (!submission) return [...head, ['状态', '草稿，尚未提交'], ['导出时间', when]];
  return [...head, ['申报编号', submission.number], ['提交时间', `${when}，第 ${submission.ordinal} 次提交`], ['回执校验码', submission.hash]];
}
