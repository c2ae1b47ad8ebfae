import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, say } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { RevisionStore } from '../store/revision.store.js';
import { HoldOwn } from './hold-own.js';
import type { RevisionRow, RevisionsView, RevisionView } from './revisions.view.js';

interface Known {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly submission: number | null;
}

/** Negative versions name submissions: they were numbered on their own. */
const asVersion = (ordinal: number): number => -ordinal;

/** Earlier states of the answers, for those who write them; what was submitted is one of them. */
@Injectable()
export class ReadRevisions {
  constructor(
    private readonly holding: HoldOwn,
    private readonly applications: ApplicationStore,
    private readonly revisions: RevisionStore,
    private readonly identity: IdentityFacade,
  ) {}

  /** @throws DomainError `application_absent` */
  async list(id: string, actor: Actor): Promise<RevisionsView> {
    const application = await this.holding.read(id, 'view', actor);
    const [earlier, submissions] = await Promise.all([this.revisions.list(id), this.applications.submissions(id)]);
    const known: Known[] = [
      present(application), ...earlier.map((revision) => ({ ...revision, submission: null })),
      ...submissions.map(({ ordinal, submittedAt, submittedBy }) => ({ version: asVersion(ordinal), savedAt: submittedAt, savedBy: submittedBy, submission: ordinal })),
    ];
    const names = await this.identity.names(known.map(({ savedBy }) => savedBy));
    const rows = known.map(({ version, savedAt, savedBy, submission }): RevisionRow => ({ version, savedAt, by: names.get(savedBy) ?? '', submission, current: version === application.version }));
    return { revisions: rows.sort((a, b) => Number(b.current) - Number(a.current) || b.savedAt.getTime() - a.savedAt.getTime()) };
  }

  /** @throws DomainError `application_absent`, `revision_absent` */
  async one(id: string, version: number, actor: Actor): Promise<RevisionView> {
    const application = await this.holding.read(id, 'view', actor);
    const found = version === application.version ? application : version < 0 ? await this.submitted(id, -version) : await this.revisions.at(id, version);
    if (!found) throw absent('revision_absent', say('没有这一版', 'There is no such version'));
    const { answers, savedAt, savedBy } = found;
    return { version, savedAt, answers, by: (await this.identity.names([savedBy])).get(savedBy) ?? '' };
  }

  private async submitted(id: string, ordinal: number) {
    const found = (await this.applications.submissions(id)).find((one) => one.ordinal === ordinal);
    return found && { answers: found.answers, savedAt: found.submittedAt, savedBy: found.submittedBy };
  }
}

const present = ({ version, savedAt, savedBy }: Application): Known => ({ version, savedAt, savedBy, submission: null });
