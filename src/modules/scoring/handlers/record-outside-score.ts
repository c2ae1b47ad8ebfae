import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, say } from '#libs/errors';
import type { CallView } from '#modules/calls';
import { bonusSource, sourceOf } from '../domain/tree-of-rulebook.js';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';

export interface OutsideScore {
  readonly applicationId: string;
  /** `stage.bloc` of an external bloc, or `bonus.key` of a recorded bonus. */
  readonly source: string;
  /** Decimal string. */
  readonly value: string;
  /** On what evidence. */
  readonly note: string;
}

@Injectable()
export class WriteOutsideScore {
  constructor(
    private readonly sheets: SheetStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(callId: string, { applicationId, source, value, note }: OutsideScore, actor: Actor): Promise<void> {
    await this.sheets.saveOutside({ callId, applicationId, source, value, note, by: actor.accountId, at: await this.time.now() });
    await this.audit.record({ action: 'outside_score.recorded', subject: { kind: 'application', id: applicationId }, actor, facts: { source, value, note } });
  }
}

/** An officer records what no judge gives: donations secured, public votes, a bonus with its evidence. */
@Injectable()
export class RecordOutsideScore {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly records: WriteOutsideScore,
  ) {}

  /** @throws DomainError `source_unknown`, `value_above_max`, `stage_not_open` */
  run(callId: string, score: OutsideScore, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      const max = mostOf(call, score.source);
      if (max === undefined) throw invalid('source_unknown', say('规则书没有这个得分来源', 'The rulebook has no such source of points'), { source: score.source });
      if (Number(score.value) > max) throw invalid('value_above_max', say('不能高于 {max}', 'It cannot exceed {max}'), { max });
      const open = (await this.panels.stages(callId)).some(({ status, applicationIds }) => status === 'open' && applicationIds.includes(score.applicationId));
      if (!open) throw stageClosed();
      await this.records.run(callId, score, actor);
    });
  }
}

function mostOf({ rulebook: { scoring } }: CallView, source: string): number | undefined {
  const bonus = scoring.bonuses.find(({ key, by }) => by === 'recorded' && bonusSource(key) === source);
  if (bonus) return bonus.max;
  const blocs = scoring.stages.flatMap((stage) => stage.blocs.filter(({ kind }) => kind === 'external').map((bloc) => ({ source: sourceOf(stage.key, bloc.key), bloc })));
  return blocs.find((one) => one.source === source)?.bloc.criteria.reduce((sum, { max }) => sum + max, 0);
}
