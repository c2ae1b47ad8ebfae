import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayAnswer, mayAward, mayRead } from '../awards.permissions.js';
import { AnswerAward } from '../handlers/answer-award.js';
import { AllocationView } from '../handlers/allocation.view.js';
import { AwardRow, NamedAward } from '../handlers/award.view.js';
import { AllocationDesk, ObjectionDesk, PublicityDesk } from '../handlers/desks.js';
import { NoticeView, ObjectionDetail, ObjectionView } from '../handlers/notice.view.js';
import { ReadAwards } from '../handlers/read-awards.js';
import { AnswerBody, CommitteeAmountBody, CorrectionBody, DecideBody, JudgeObjectionBody, TieBody } from './awards.body.js';

@ApiTags('awards')
@Controller()
export class AwardsController {
  constructor(
    private readonly allocation: AllocationDesk,
    private readonly publicity: PublicityDesk,
    private readonly objections: ObjectionDesk,
    private readonly reading: ReadAwards,
    private readonly answering: AnswerAward,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: AllocationView })
  @Get('calls/:id/allocation')
  preview(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AllocationView> {
    return this.allocation.preview.run(id, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: AllocationView })
  @HttpCode(200)
  @Post('calls/:id/allocation/amounts')
  amount(@Param('id') id: string, @Body() { applicationId, amountFen, reason }: CommitteeAmountBody, @CurrentActor() actor: Actor): Promise<AllocationView> {
    return this.allocation.settling.run(id, { kind: 'amount', applicationIds: [applicationId], amountFen, reason }, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: AllocationView })
  @HttpCode(200)
  @Post('calls/:id/allocation/ties')
  tie(@Param('id') id: string, @Body() { applicationIds, reason }: TieBody, @CurrentActor() actor: Actor): Promise<AllocationView> {
    return this.allocation.settling.run(id, { kind: 'tie', applicationIds, reason }, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: [AwardRow] })
  @HttpCode(200)
  @Post('calls/:id/awards/decision')
  decide(@Param('id') id: string, @Body() { seen }: DecideBody, @CurrentActor() actor: Actor): Promise<AwardRow[]> {
    return this.allocation.deciding.run(id, seen, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [NamedAward] })
  @Get('calls/:id/awards')
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<NamedAward[]> {
    return this.reading.ofCall(id, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: NoticeView })
  @HttpCode(200)
  @Post('calls/:id/awards/notice')
  announce(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<NoticeView> {
    return this.publicity.announcing.run(id, actor);
  }

  /** Takes the newest list down to put it right; the next notice replaces it. */
  @Requires(mayAward)
  @ApiOkResponse({ type: NoticeView })
  @HttpCode(200)
  @Post('calls/:id/awards/notice-correction')
  correct(@Param('id') id: string, @Body() { reason }: CorrectionBody, @CurrentActor() actor: Actor): Promise<NoticeView> {
    return this.publicity.correcting.run(id, reason, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: [AwardRow] })
  @HttpCode(200)
  @Post('calls/:id/awards/confirmation')
  confirm(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AwardRow[]> {
    return this.publicity.confirming.run(id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [ObjectionDetail] })
  @Get('calls/:id/objections')
  listObjections(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ObjectionDetail[]> {
    return this.objections.reading.ofCall(id, actor);
  }

  @Requires(mayAward)
  @ApiOkResponse({ type: ObjectionView })
  @HttpCode(200)
  @Post('objections/:id/moves')
  judge(@Param('id') id: string, @Body() { move, reply }: JudgeObjectionBody, @CurrentActor() actor: Actor): Promise<ObjectionView> {
    return this.objections.judging.run(id, move, reply, actor);
  }

  @Requires(mayAnswer)
  @ApiOkResponse({ type: [NamedAward] })
  @Get('awards/mine')
  mine(@CurrentActor() actor: Actor): Promise<NamedAward[]> {
    return this.reading.mine(actor);
  }

  @Requires(mayAnswer)
  @ApiOkResponse({ type: AwardRow })
  @HttpCode(200)
  @Post('awards/:id/answer')
  answer(@Param('id') id: string, @Body() { answer, note }: AnswerBody, @CurrentActor() actor: Actor): Promise<AwardRow> {
    return this.answering.run(id, answer, note ?? null, actor);
  }
}
