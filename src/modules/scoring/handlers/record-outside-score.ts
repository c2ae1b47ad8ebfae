import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, say } from '#libs/errors';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';
import { sourcesOf } from './read-outside-scores.js';

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
      const max = sourcesOf(call).find(({ source }) => source === score.source)?.max;
      if (max === undefined) throw invalid('source_unknown', say('规则书没有这个得分来源', 'The rulebook has no such source of points'), { source: score.source });
      if (Number(score.value) > max) throw invalid('value_above_max', say('不能高于 {max}', 'It cannot exceed {max}'), { max });
      const open = (await this.panels.stages(callId)).some(({ status, applicationIds }) => status === 'open' && applicationIds.includes(score.applicationId));
      if (!open) throw stageClosed();
      await this.records.run(callId, score, actor);
    });
  }
}
