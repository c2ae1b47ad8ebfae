import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { NeverReplayed } from '#libs/http';
import { Abstain } from '../handlers/abstain.js';
import { CheckReceipt, ReceiptCheckView } from '../handlers/check-receipt.js';
import { SheetView } from '../handlers/judging.view.js';
import { ReadHistory, ReadReceipt, ReadReopenings } from '../handlers/read-sheets.js';
import { AskReopening, DecideReopening } from '../handlers/reopen-sheet.js';
import { ReopeningRequestView, SheetReceiptView, SheetVersionView } from '../handlers/sheets.view.js';
import { SheetsVerifiedView, VerifySheets } from '../handlers/verify-sheets.js';
import { mayJudge, mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { AbstainBody, DecideReopeningBody, HeldReceiptBody, ReopenBody } from './scoring.body.js';

/** A judge's own sheets, beyond keeping them. */
@ApiTags('judging')
@Controller('judging/:seatId/:applicationId')
export class OwnSheetsController {
  constructor(
    private readonly histories: ReadHistory,
    private readonly receipts: ReadReceipt,
    private readonly abstaining: Abstain,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: [SheetVersionView] })
  @Get('history')
  history(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @CurrentActor() actor: Actor): Promise<SheetVersionView[]> {
    return this.histories.own(seatId, applicationId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: SheetReceiptView })
  @Get('receipt')
  receipt(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @CurrentActor() actor: Actor): Promise<SheetReceiptView> {
    return this.receipts.run(seatId, applicationId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: SheetView })
  @Post('abstention')
  async abstain(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: AbstainBody, @CurrentActor() actor: Actor): Promise<SheetView> {
    return SheetView.of(seatId, applicationId, await this.abstaining.run(seatId, applicationId, body, actor));
  }
}

/** A receipt that a judge has kept, before whoever she shows it to. */
@ApiTags('public')
@Controller('public/score-receipts')
export class PublicReceiptsController {
  constructor(private readonly checking: CheckReceipt) {}

  @Public('Whoever holds a receipt may check it; the answer tells no score, no judge and no applicant')
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptCheckView })
  @Post('check')
  check(@Body() body: HeldReceiptBody): Promise<ReceiptCheckView> {
    return this.checking.run(body);
  }
}

/** Locked sheets as staff see them. */
@ApiTags('scoring')
@Controller()
export class SheetsController {
  constructor(
    private readonly asking: AskReopening,
    private readonly deciding: DecideReopening,
    private readonly reopenings: ReadReopenings,
    private readonly histories: ReadHistory,
    private readonly verifying: VerifySheets,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: SheetsVerifiedView })
  @Get('calls/:callId/scoring/:stageKey/verification')
  verify(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<SheetsVerifiedView> {
    return this.verifying.run(callId, stageKey, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [ReopeningRequestView] })
  @Get('calls/:callId/scoring/:stageKey/reopenings')
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ReopeningRequestView[]> {
    return this.reopenings.run(callId, stageKey, actor);
  }

  /** Asks; a second person decides. */
  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('score-sheets/:sheetId/reopening')
  async ask(@Param('sheetId') sheetId: string, @Body() body: ReopenBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.asking.run(sheetId, body.reason, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('sheet-reopenings/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideReopeningBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.deciding.run(id, body, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [SheetVersionView] })
  @Get('score-sheets/:sheetId/history')
  history(@Param('sheetId') sheetId: string, @CurrentActor() actor: Actor): Promise<SheetVersionView[]> {
    return this.histories.staff(sheetId, actor);
  }
}
