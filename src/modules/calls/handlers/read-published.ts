import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime, type PageRequest } from '#libs/database';
import { noSuchCall } from '../calls.errors.js';
import type { Call } from '../domain/call.js';
import { diffRulebooks } from '../domain/rulebook/diff-rulebooks.js';
import { parameters } from '../domain/rulebook/parameters.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallCatalogue, type PublishedFilter } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';
import { AdmitReader, type Reader } from './admit-reader.js';
import { RulebookVersionView } from './call.view.js';
import { PublicCallRow, type AddendumView, type PublicCallPage, type PublicCallView } from './published.view.js';
import { ReadQuestions } from './read-questions.js';

/** Published calls, for everybody. */
@Injectable()
export class ReadPublishedCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
    private readonly time: DatabaseTime,
    private readonly questions: ReadQuestions,
    private readonly admission: AdmitReader,
  ) {}

  async list(page: PageRequest, filter: PublishedFilter, actor: Actor | undefined): Promise<PublicCallPage> {
    const { items, next } = await this.catalogue.published(page, filter, actor?.subjects('applicant') ?? []);
    const rows = await Promise.all(items.map(async (call) => PublicCallRow.of(call, (await this.rules(call)).rulebook)));
    return { items: rows, next };
  }

  /** @throws DomainError `call_absent` while it is not published or not for this reader, `call_by_invitation` (forbidden) */
  async one(id: string, reader: Reader = {}): Promise<PublicCallView> {
    const call = await this.calls.find(id);
    if (!call?.publishedAt) throw noSuchCall();
    await this.admission.insist(call, reader);
    const { rulebook, hash } = await this.rules(call);
    return {
      ...PublicCallRow.of(call, rulebook), rulebook, rulebookVersion: call.rulebookVersion, rulebookHash: hash,
      addenda: await this.addenda(call.id), ...(await this.questions.published(call, rulebook)), parameters: [...parameters], serverTime: await this.time.now(),
    };
  }

  /** Newest first, each with what it changed in the version before. */
  private async addenda(callId: string): Promise<AddendumView[]> {
    const versions = (await this.calls.versions(callId)).filter(({ afterPublication }) => afterPublication);
    return Promise.all(versions.map(async (row) => {
      const [before, after] = await Promise.all([row.version - 1, row.version].map((version) => this.calls.rulebook(callId, version)));
      return { ...RulebookVersionView.of(row), changes: before && after ? diffRulebooks(before.rulebook, after.rulebook) : [] };
    }));
  }

  private async rules(call: Call): Promise<{ rulebook: Rulebook; hash: string }> {
    const { rulebook, hash } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    return { rulebook: rulebook as Rulebook, hash };
  }
}
