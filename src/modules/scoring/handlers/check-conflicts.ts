import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { ApplicationOutline } from '#modules/applications';
import { IdentityFacade } from '#modules/identity';
import { isInForce, type ConflictPin } from '../domain/conflicts/conflict-pin.js';
import { PanelStore } from '../store/panel.store.js';
import { DetectConflicts, type Finding } from './detect-conflicts.js';
import type { ConflictCheckView, ConflictFindingView, ConflictPinView } from './expert.view.js';
import { ReadCases } from './gather-plan.js';
import { HoldStage } from './hold-stage.js';
import { ReadPool } from './read-pool.js';

@Injectable()
export class LookForConflicts {
  constructor(
    private readonly detecting: DetectConflicts,
    private readonly identity: IdentityFacade,
  ) {}

  async run({ call, outlines, pool, seated }: Field, actor: Actor): Promise<ConflictCheckView> {
    const findings = await this.detecting.run({ call, applicationIds: outlines.map(({ id }) => id), experts: pool });
    const names = await this.identity.names(findings.flatMap(({ pin }) => (pin ? [pin.setBy, pin.confirmedBy] : [])));
    const byId = new Map(outlines.map((outline) => [outline.id, outline]));
    const people = new Map(pool.map(({ id, name }) => [id, name]));
    const rows = findings.map((finding) => rowOf(finding, byId.get(finding.applicationId)!, { name: people.get(finding.accountId)!, seated: seated.has(finding.accountId), pin: finding.pin && pinView(finding.pin, names, actor) }));
    const order = ['block', 'doubt', 'cleared'];
    return { experts: pool.length, applications: outlines.length, findings: rows.sort((a, b) => Number(b.seated) - Number(a.seated) || order.indexOf(a.level) - order.indexOf(b.level) || a.number.localeCompare(b.number)) };
  }
}

/** Looks for conflicts between everybody in the pool and the applications of a stage, before anybody is invited. */
@Injectable()
export class CheckConflicts {
  constructor(
    private readonly holding: HoldStage,
    private readonly pool: ReadPool,
    private readonly panels: PanelStore,
    private readonly cases: ReadCases,
    private readonly looking: LookForConflicts,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<ConflictCheckView> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const [pool, seats, outlines] = await Promise.all([this.pool.of(call), this.panels.seats(callId, stageKey), this.cases.of(callId, stageKey)]);
    const seated = new Set(seats.filter(({ status }) => status === 'seated').map(({ accountId }) => accountId));
    return this.looking.run({ call, outlines, pool, seated }, actor);
  }
}

interface Field {
  readonly call: Parameters<DetectConflicts['run']>[0]['call'];
  readonly outlines: readonly ApplicationOutline[];
  readonly pool: readonly { readonly id: string; readonly name: string }[];
  readonly seated: ReadonlySet<string>;
}

const pinView = (pin: ConflictPin, names: ReadonlyMap<string, string>, actor: Actor): ConflictPinView => ({
  verdict: pin.verdict, reason: pin.reason, setAt: pin.setAt, setBy: names.get(pin.setBy) ?? '', confirmedBy: pin.confirmedBy && (names.get(pin.confirmedBy) ?? ''), inForce: isInForce(pin),
  mayConfirm: !isInForce(pin) && pin.setBy !== actor.accountId && pin.accountId !== actor.accountId,
});

const rowOf = ({ accountId, applicationId, level, why, path }: Finding, { number, projectName, organisationName }: ApplicationOutline, told: Pick<ConflictFindingView, 'name' | 'seated' | 'pin'>): ConflictFindingView => ({
  accountId, applicationId, level, why, number, projectName, organisationName, ...told,
  steps: (path?.links ?? []).map(({ from, to, kind, day, recorded }) => ({ from: from.label, to: to.label, kind, day, recorded })),
});
