import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import type { Page, PageRequest } from '#libs/database';
import { noSuchCall, noSuchVersion } from '../calls.errors.js';
import { READERS, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import { examineRulebook } from '../domain/examine-rulebook.js';
import { rulebookHash } from '../domain/rulebook/canonical-json.js';
import { diffRulebooks } from '../domain/rulebook/diff-rulebooks.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallCatalogue, type CallFilter } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';
import {
  CallHistoryView, CallRow, MoveView, OfficerCallView, RulebookProblemView, RulebookReportView, RulebookVersionView, type RulebookChangeView,
} from './call.view.js';
import { CallFacts } from './officer-moves.js';

/** What staff read of calls. @throws DomainError `call_absent` also for one out of sight */
@Injectable()
export class ReadCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
    private readonly calendar: CalendarStore,
    private readonly facts: CallFacts,
  ) {}

  async list(actor: Actor, page: PageRequest, filter: CallFilter): Promise<Page<CallRow>> {
    const { items, next } = await this.catalogue.list(scopeOf(actor, ...READERS), page, filter);
    return { items: items.map((call) => CallRow.of(call)), next };
  }

  async one(id: string, actor: Actor): Promise<OfficerCallView> {
    const call = await this.visible(id, actor);
    const { rulebook, hash } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    const { problems } = examineRulebook(rulebook, await this.calendar.book());
    const moves = MoveView.of(call, await this.facts.of(call, actor));
    return { ...CallRow.of(call), rulebook, rulebookHash: hash, problems: problems.map((problem) => RulebookProblemView.of(problem)), moves };
  }

  /** Judges a rulebook without keeping it. */
  async examine(json: object): Promise<RulebookReportView> {
    const { problems, rulebook } = examineRulebook(json, await this.calendar.book());
    return { sound: rulebook !== null, problems: problems.map((problem) => RulebookProblemView.of(problem)), hash: rulebook ? rulebookHash(rulebook) : null };
  }

  async versions(id: string, actor: Actor): Promise<RulebookVersionView[]> {
    const call = await this.visible(id, actor);
    return (await this.calls.versions(call.id)).map((version) => RulebookVersionView.of(version));
  }

  async version(id: string, version: number, actor: Actor): Promise<object> {
    const call = await this.visible(id, actor);
    const found = await this.calls.rulebook(call.id, version);
    if (!found) throw noSuchVersion(version);
    return found.rulebook;
  }

  async changes(id: string, between: { from: number; to: number }, actor: Actor): Promise<RulebookChangeView[]> {
    return diffRulebooks(await this.version(id, between.from, actor), await this.version(id, between.to, actor));
  }

  async history(id: string, actor: Actor): Promise<CallHistoryView[]> {
    const call = await this.visible(id, actor);
    return (await this.calls.history(call.id)).map((row) => CallHistoryView.of(row));
  }

  private async visible(id: string, actor: Actor): Promise<Call> {
    const call = await this.calls.find(id);
    if (!call || !reads(actor, call)) throw noSuchCall();
    return call;
  }
}
