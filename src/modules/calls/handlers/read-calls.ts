import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor, type Verdict } from '#libs/access';
import { DatabaseTime, type PageRequest } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { noSuchCall, noSuchVersion } from '../calls.errors.js';
import { mayChange, READERS, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import { nextDate } from '../domain/next-date.js';
import { diffRulebooks } from '../domain/rulebook/diff-rulebooks.js';
import { isDrafting, mayStillChange } from '../domain/settled-rules.js';
import { mayBeSupplemented } from '../domain/supplementary.js';
import { CallCatalogue, type CallFilter } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';
import { CallRow, MoveView, RulebookProblemView, type RulebookChangeView } from './call.view.js';
import { CallHistoryView, CallLinkView, OfficerVersionView, type CallPage, type OfficerCallView } from './officer-call.view.js';
import { CallFacts } from './officer-moves.js';
import { PossibleView } from './possible.view.js';

/** What staff read of calls. @throws DomainError `call_absent` also for one out of sight */
@Injectable()
export class ReadCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
    private readonly facts: CallFacts,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async list(actor: Actor, page: PageRequest, filter: CallFilter): Promise<CallPage> {
    const scope = scopeOf(actor, ...READERS);
    const [{ items, next }, counts, now] = await Promise.all([this.catalogue.list(scope, page, filter), this.catalogue.counts(scope, filter), this.time.now()]);
    const rules = await this.calls.rulebooksOf(items.map(({ id }) => id));
    return { items: items.map((call) => ({ ...CallRow.of(call), next: nextDate(rules.get(call.id) ?? {}, now) })), next, counts };
  }

  async one(id: string, actor: Actor): Promise<OfficerCallView> {
    const call = await this.visible(id, actor);
    const { rulebook, hash } = (await this.calls.rulebook(call.id, call.rulebookVersion))!;
    const { context, problems } = await this.facts.judged(rulebook, actor);
    const family = (await this.calls.ofProgramme(call.programmeId)).filter((other) => reads(actor, other));
    const may = mayChange(actor, call);
    const parent = family.find((other) => other.id === call.parentId);
    const copied = call.copiedFromId && (await this.calls.find(call.copiedFromId));
    return {
      ...CallRow.of(call), next: nextDate(rulebook, context.now), rulebook, rulebookHash: hash, problems: problems.map((problem) => RulebookProblemView.of(problem)),
      moves: MoveView.of(call, context, may),
      changingRules: { ...PossibleView.of(first(may, mayStillChange(call))), needsReason: !isDrafting(call) },
      supplementing: PossibleView.of(first(may, mayBeSupplemented(call))),
      parent: parent ? CallLinkView.of(parent) : null, copiedFrom: copied && reads(actor, copied) ? CallLinkView.of(copied) : null,
      supplements: family.filter((other) => other.parentId === call.id).map((other) => CallLinkView.of(other)),
    };
  }

  async versions(id: string, actor: Actor): Promise<OfficerVersionView[]> {
    const call = await this.visible(id, actor);
    const rows = await this.calls.versions(call.id);
    const names = await this.identity.names(rows.map(({ madeBy }) => madeBy));
    return rows.map((row) => OfficerVersionView.named(row, names));
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
    const rows = await this.calls.history(call.id);
    const names = await this.identity.names(rows.map(({ actorId }) => actorId));
    return rows.map((row) => CallHistoryView.named(row, names));
  }

  private async visible(id: string, actor: Actor): Promise<Call> {
    const call = await this.calls.find(id);
    if (!call || !reads(actor, call)) throw noSuchCall();
    return call;
  }
}

const first = (...verdicts: readonly [Verdict, Verdict]): Verdict => (verdicts[0].allowed ? verdicts[1] : verdicts[0]);
