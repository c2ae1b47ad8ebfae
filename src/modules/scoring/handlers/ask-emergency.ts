import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import type { EmergencyAccess } from '../domain/emergency/emergency-access.js';
import { noSuchSheet } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { HoldSheet } from './hold-sheet.js';
import { HoldStage } from './hold-stage.js';
import { RecordEmergency, type Asked } from './record-emergency.js';
import { TellTooNear } from './tell-too-near.js';

const notHidden = () => refused('not_hidden', say('这些内容没有对您隐藏，可直接查看，不需要紧急查阅', 'None of this is hidden from you; read it where it stands'));

/** Takes a request from whoever is not too near. Joins the caller's transaction. */
@Injectable()
export class LodgeEmergency {
  constructor(
    private readonly near: TellTooNear,
    private readonly records: RecordEmergency,
  ) {}

  /** @throws DomainError `access_stands`, `party_of_application`, `judge_of_round`, `conflict_of_interest` */
  async run(asked: Asked, call: CallView, application: ApplicationView, actor: Actor): Promise<EmergencyAccess> {
    const tooNear = await this.near.of(actor, application, call, asked.seatId);
    if (tooNear) throw tooNear;
    return this.records.ask(asked, call, application, actor);
  }
}

/** An officer asks for the sheets of one application before its stage is sealed. */
@Injectable()
export class AskForSheets {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly panels: PanelStore,
    private readonly lodging: LodgeEmergency,
  ) {}

  /** @throws DomainError `application_absent`, `score_stage_absent`, `sheet_absent`, `not_hidden`, and those of the lodging */
  run({ applicationId, stageKey, reason }: { applicationId: string; stageKey: string; reason: string }, actor: Actor): Promise<EmergencyAccess> {
    return this.tx.run(async () => {
      const application = await this.applications.get(applicationId);
      const call = await this.holding.callOf(application, actor);
      this.holding.stage(call, stageKey);
      const round = await this.panels.holdStage(call.id, stageKey);
      if (!round?.applicationIds.includes(applicationId)) throw noSuchSheet();
      if (round.status !== 'open') throw notHidden();
      return this.lodging.run({ thing: 'sheets', stageKey, seatId: null, reason }, call, application, actor);
    });
  }
}

/** A blind judge asks who stands behind an application of hers. */
@Injectable()
export class AskForApplicant {
  constructor(
    private readonly tx: Transaction,
    private readonly placing: HoldSheet,
    private readonly lodging: LodgeEmergency,
  ) {}

  /** @throws DomainError `sheet_absent`, `not_hidden`, and those of the lodging */
  run(seatId: string, applicationId: string, reason: string, actor: Actor): Promise<EmergencyAccess> {
    return this.tx.run(async () => {
      const { seat, call, bloc, application } = await this.placing.place(seatId, applicationId, actor);
      if (bloc.blind === 'open') throw notHidden();
      return this.lodging.run({ thing: 'applicant', stageKey: seat.stageKey, seatId: seat.id, reason }, call, application, actor);
    });
  }
}
