import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { absent, say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { OrganisationsFacade } from '#modules/organisations';
import { noSuchApplication } from '../applications.errors.js';
import { isMember, readsAsStaff } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import { fileIds } from '../domain/form/file-ids.js';
import { mayBeOpened } from '../domain/sealed.js';
import { ApplicationStore } from '../store/application.store.js';
import { ApplicantPartyView } from './parties.view.js';
import type { SubmissionView } from './own-application.view.js';

/** What members of an organisation read of their own applications. */
@Injectable()
export class ReadOwnApplications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly documents: DocumentsFacade,
    private readonly organisations: OrganisationsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** One submission whole; also for the staff of the place. @throws DomainError `application_absent`, `submission_absent` */
  async submission(id: string, ordinal: number, actor: Actor): Promise<SubmissionView> {
    const application = await this.applications.find(id);
    if (!application || !mayRead(actor, application)) throw noSuchApplication();
    const found = (await this.applications.submissions(id)).find((one) => one.ordinal === ordinal);
    if (!found) throw absent('submission_absent', say('没有这一次提交', 'There is no such submission'));
    const { number, hash, submittedAt, rulebookVersion, answers } = found;
    const [call, { rulebook: whole }] = await Promise.all([this.calls.get(application.callId), this.calls.rulebook(application.callId, rulebookVersion)]);
    if (!isMember(actor, application)) insist(mayBeOpened(call, await this.time.now()));
    const rulebook = rulesOf(whole, answers);
    return {
      number, ordinal, hash, submittedAt, rulebookVersion, answers, rulebook, callNumber: call.number, callTitle: call.title,
      closesAt: new Date(rulebook.deadline.at), graceSeconds: rulebook.deadline.graceSeconds, projectName: readFigures(rulebook, answers).projectName, files: await this.documents.many(fileIds(rulebook, answers)), parties: await this.parties(application),
    };
  }

  private async parties({ parties }: Application): Promise<ApplicantPartyView[]> {
    return Promise.all(parties.map(async (party) => ApplicantPartyView.of(await this.organisations.get(party))));
  }
}

const mayRead = (actor: Actor, application: Application): boolean =>
  isMember(actor, application) || (application.status !== 'draft' && readsAsStaff(actor, application));
