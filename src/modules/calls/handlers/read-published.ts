import { Injectable } from '@nestjs/common';
import { DatabaseTime, type PageRequest } from '#libs/database';
import { noSuchCall } from '../calls.errors.js';
import type { Call } from '../domain/call.js';
import { diffRulebooks } from '../domain/rulebook/diff-rulebooks.js';
import { parameters } from '../domain/rulebook/parameters.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallCatalogue, type PublishedFilter } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';
import { RulebookVersionView } from './call.view.js';
import { PublicCallRow, type AddendumView, type PublicCallPage, type PublicCallView } from './published.view.js';

/** Published calls, for everybody. */
@Injectable()
export class ReadPublishedCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
    private readonly time: DatabaseTime,
  ) {}

  async list(page: PageRequest, filter: PublishedFilter): Promise<PublicCallPage> {
    const { items, next } = await this.catalogue.published(page, filter);
    const rows = await Promise.all(items.map(async (call) => PublicCallRow.of(call, (await this.rules(call)).rulebook)));
    return { items: rows, next };
  }

  /** @throws DomainError `call_absent` while it is not published */
  async one(id: string): Promise<PublicCallView> {
    const call = await this.calls.find(id);
    if (!call?.publishedAt) throw noSuchCall();
    const { rulebook, hash } = await this.rules(call);
    return {
      ...PublicCallRow.of(call, rulebook), rulebook, rulebookVersion: call.rulebookVersion, rulebookHash: hash,
      addenda: await this.addenda(call.id), parameters: [...parameters], serverTime: await this.time.now(),
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
