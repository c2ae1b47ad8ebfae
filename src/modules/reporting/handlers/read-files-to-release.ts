import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { DocumentsFacade } from '#modules/documents';
import { FILE_OWNERS, FileOwnersStore, type FileOwner } from '../store/file-owners.store.js';

/** Files of one thing that nobody could scan and nobody has let through. */
export class FilesToReleaseView {
  @Shown({ enum: FILE_OWNERS }) kind: FileOwner;
  @Shown({ description: '报告、项目或组织 the report, project or organisation on whose page they stand' }) subjectId: string;
  @Shown({ description: '项目或组织的名称 the project, or the organisation' }) title: string;
  @Shown({ nullable: true, type: String }) organisation: string | null;
  @ShownSentence({ nullable: true, description: '哪份报告、哪笔拨付 which report or tranche' }) detail: Sentence | null;
  @Shown({ type: 'integer' }) count: number;
}

/** Who works with the files of a kind, and so is to let them through. */
const WORKS_WITH: Readonly<Record<FileOwner, readonly string[]>> = {
  milestone: ['officer', 'evaluator'], contract: ['officer', 'finance_maker', 'finance_approver'], tranche: ['officer', 'finance_maker', 'finance_approver'],
  bank_account: ['finance_maker', 'finance_approver'], organisation_lookup: ['officer'],
};

/** Files of reports, contracts, tranches and organisations that wait for staff; those of applications stand with the screening. */
@Injectable()
export class ReadFilesToRelease {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly owners: FileOwnersStore,
  ) {}

  /** Each at the places for which the reader works with such files. */
  async run(actor: Actor): Promise<FilesToReleaseView[]> {
    const kinds = FILE_OWNERS.filter((kind) => actor.holds(...WORKS_WITH[kind]));
    return (await Promise.all(kinds.map((kind) => this.of(kind, actor)))).flat();
  }

  private async of(kind: FileOwner, actor: Actor): Promise<FilesToReleaseView[]> {
    const counts = await this.documents.awaitingRelease(kind, scopeOf(actor, ...WORKS_WITH[kind]));
    if (counts.size === 0) return [];
    const found = await this.owners.named(kind, [...counts.keys()]);
    return found.map(({ ownerId, subjectId, title, organisation, detail }) => ({ kind, subjectId, title, organisation, detail, count: counts.get(ownerId) ?? 0 }));
  }
}
