import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier, NeverReplayed, Text, YesNo } from '#libs/http';
import { AskForApplicant, AskForSheets } from '../handlers/ask-emergency.js';
import { EmergencyAccessView, EmergencyLookView } from '../handlers/emergency.view.js';
import { LookInEmergency } from '../handlers/look-in-emergency.js';
import { ReadEmergencies } from '../handlers/read-emergency.js';
import { SettleEmergency } from '../handlers/settle-emergency.js';
import { mayEndEmergency, mayGrantEmergency, mayJudge, mayKnowOfEmergencies, mayLookInEmergency, mayReviewEmergency, mayRunScoring } from '../scoring.permissions.js';

export class EmergencyReasonBody {
  @Text({ min: 10, max: 1000 }) reason: string;
}

export class EmergencySheetsBody extends EmergencyReasonBody {
  @Identifier() applicationId: string;
  @Text({ max: 60 }) stageKey: string;
}

export class EmergencyDecisionBody {
  @YesNo() granted: boolean;
  @Text({ min: 2, max: 1000, optional: true }) note?: string;
}

export class EmergencyReviewBody {
  @Text({ min: 2, max: 1000 }) note: string;
}

/** Hidden data, opened in an emergency: for one named thing, by two people, for a day, with every look on record. */
@ApiTags('scoring')
@Controller('emergency-accesses')
export class EmergencyController {
  constructor(
    private readonly reading: ReadEmergencies,
    private readonly asking: AskForSheets,
    private readonly settling: SettleEmergency,
    private readonly looking: LookInEmergency,
  ) {}

  @Requires(mayKnowOfEmergencies)
  @ApiOkResponse({ type: [EmergencyAccessView] })
  @Get()
  list(@CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    return this.reading.list(actor);
  }

  @Requires(mayRunScoring)
  @ApiCreatedResponse({ type: [EmergencyAccessView] })
  @Post()
  async ask(@Body() body: EmergencySheetsBody, @CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    await this.asking.run(body, actor);
    return this.reading.list(actor);
  }

  @Requires(mayGrantEmergency)
  @HttpCode(200)
  @ApiOkResponse({ type: [EmergencyAccessView] })
  @Post(':id/decision')
  async decide(@Param('id') id: string, @Body() body: EmergencyDecisionBody, @CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    await this.settling.decide(id, body, actor);
    return this.reading.list(actor);
  }

  @Requires(mayEndEmergency)
  @HttpCode(200)
  @ApiOkResponse({ type: [EmergencyAccessView] })
  @Post(':id/end')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    await this.settling.end(id, actor);
    return this.reading.list(actor);
  }

  /** Never answered from memory: what is hidden stands beside no key, and each look counts. */
  @Requires(mayLookInEmergency)
  @NeverReplayed()
  @ApiCreatedResponse({ type: EmergencyLookView })
  @Post(':id/readings')
  look(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<EmergencyLookView> {
    return this.looking.run(id, actor);
  }

  @Requires(mayReviewEmergency)
  @HttpCode(200)
  @ApiOkResponse({ type: [EmergencyAccessView] })
  @Post(':id/review')
  async review(@Param('id') id: string, @Body() { note }: EmergencyReviewBody, @CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    await this.settling.review(id, note, actor);
    return this.reading.list(actor);
  }
}

/** A blind judge asks who stands behind an application. */
@ApiTags('judging')
@Controller('judging/:seatId/:applicationId/emergency-access')
export class BlindEmergencyController {
  constructor(
    private readonly asking: AskForApplicant,
    private readonly reading: ReadEmergencies,
  ) {}

  @Requires(mayJudge)
  @ApiCreatedResponse({ type: [EmergencyAccessView] })
  @Post()
  async ask(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() { reason }: EmergencyReasonBody, @CurrentActor() actor: Actor): Promise<EmergencyAccessView[]> {
    await this.asking.run(seatId, applicationId, reason, actor);
    return this.reading.list(actor);
  }
}
