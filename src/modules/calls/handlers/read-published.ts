import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { Shown, ShownAs, ShownSentence } from '#libs/http';
import { noSuchCall } from '../calls.errors.js';
import type { Call } from '../domain/call.js';
import { callLifecycle } from '../domain/call-lifecycle.js';
import type { CallStatus } from '../domain/call-status.js';
import { parameters } from '../domain/rulebook/parameters.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallCatalogue } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';
import { RulebookVersionView } from './call.view.js';

/** A call as everybody reads it in a list. */
export class PublicCallRow {
  @Shown() id: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ type: Date }) opensAt: Date;
  @Shown({ type: Date }) closesAt: Date;
  @Shown({ type: Object, description: '主办与承办单位 organisers' }) organisers: object[];
  @Shown({ description: '资金总额（分） the pool in fen' }) poolFen: number;
  @Shown({ nullable: true, type: Number }) awards: number | null;
  @Shown({ type: Object, description: '资助额度 the amount of one grant' }) amount: object;
  @Shown({ type: Object }) categories: object[];

  static of(call: Call, { organisers, money, categories }: Rulebook): PublicCallRow {
    const { id, number, title, status, reason } = call;
    return {
      id, number, title, status, label: callLifecycle.label(status, 'outside'), reason, opensAt: call.opensAt!, closesAt: call.closesAt!,
      organisers, poolFen: money.poolFen, awards: money.awards, amount: money.amount,
      categories: categories.map(({ key, title: name, seats, open }) => ({ key, title: name, seats, open })),
    };
  }
}

/** A call with all its rules and questions, what each rests on, and every addendum. */
export class PublicCallView extends PublicCallRow {
  @ShownAs('Rulebook') rulebook: object;
  @Shown() rulebookVersion: number;
  @Shown({ description: 'SHA-256 of the canonical JSON (RFC 8785)' }) rulebookHash: string;
  @Shown({ type: [RulebookVersionView] }) addenda: RulebookVersionView[];
  @Shown({ type: Object, description: '十九项规则及其在规则书中的位置 where the rulebook holds each parameter' }) parameters: object[];
}

/** Published calls, for everybody. */
@Injectable()
export class ReadPublishedCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
  ) {}

  async list(page: PageRequest, status?: CallStatus): Promise<Page<PublicCallRow>> {
    const { items, next } = await this.catalogue.published(page, { status });
    const rows = await Promise.all(items.map(async (call) => PublicCallRow.of(call, (await this.rules(call)).rulebook)));
    return { items: rows, next };
  }

  /** @throws DomainError `call_absent` while it is not published */
  async one(id: string): Promise<PublicCallView> {
    const call = await this.calls.find(id);
    if (!call?.publishedAt) throw noSuchCall();
    const { rulebook, hash } = await this.rules(call);
    const addenda = (await this.calls.versions(call.id)).filter((version) => version.afterPublication).map((version) => RulebookVersionView.of(version));
    return { ...PublicCallRow.of(call, rulebook), rulebook, rulebookVersion: call.rulebookVersion, rulebookHash: hash, addenda, parameters: [...parameters] };
  }

  private async rules(call: Call): Promise<{ rulebook: Rulebook; hash: string }> {
    const { rulebook, hash } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    return { rulebook: rulebook as Rulebook, hash };
  }
}
