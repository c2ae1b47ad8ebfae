import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationsFacade } from '#modules/applications';
import { faultOf, type SheetFault } from '../domain/sheet-commitment.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { SlotStore } from '../store/slot.store.js';
import { HoldStage } from './hold-stage.js';

export class FaultySheetView {
  @Shown() sheetId: string;
  @Shown() alias: string;
  @Shown() projectName: string;
  @ShownSentence() what: Sentence;
}

/** Whether every sheet still says what its judge handed in; never what that is. */
export class SheetsVerifiedView {
  @Shown({ description: '核对的评分表数 sheets that were checked' }) checked: number;
  @Shown({ type: [FaultySheetView] }) faults: FaultySheetView[];
}

const WHAT: Record<SheetFault, Sentence> = {
  content: say('内容与提交时的承诺值不符', 'What it says is not what its judge committed to'),
  commitment: say('承诺值与审计日志所记不符', 'Its commitment is not the one in the audit trail'),
  unrecorded: say('审计日志中没有提交记录', 'The audit trail holds no submission of it'),
};

/** Recomputes the commitment of every sheet that was handed in and compares it with the audit trail. */
@Injectable()
export class VerifySheets {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly applications: ApplicationsFacade,
    private readonly slots: SlotStore,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<SheetsVerifiedView> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const seats = new Map((await this.panels.seats(callId, stageKey)).map((seat) => [seat.id as string, seat]));
    const [ofSeats, ofSlots] = await Promise.all([this.sheets.recorded([...seats.keys()]), this.slots.recorded(callId, stageKey)]);
    const recorded = [...ofSeats.map((sheet) => ({ ...sheet, alias: seats.get(sheet.seatId)!.alias })), ...ofSlots];
    const faulty = recorded.flatMap((sheet) => {
      const fault = faultOf(sheet);
      return fault === null ? [] : [{ ...sheet, fault }];
    });
    const names = new Map((await this.applications.many([...new Set(faulty.map(({ applicationId }) => applicationId))])).map((one) => [one.id, one.projectName]));
    const faults = faulty.map(({ sheetId, alias, applicationId, fault }) => ({ sheetId, alias, projectName: names.get(applicationId) ?? '', what: WHAT[fault] }));
    return { checked: recorded.length, faults };
  }
}
