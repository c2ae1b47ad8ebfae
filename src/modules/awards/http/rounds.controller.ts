import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayAward, mayRead } from '../awards.permissions.js';
import { AwardRoundView } from '../handlers/award-round.view.js';
import { NoticePreviewView, ObjectionDetail } from '../handlers/notice.view.js';
import { ReadAwardRound } from '../handlers/read-award-round.js';
import { PreviewNotice } from '../handlers/read-notices.js';
import { ReadObjections } from '../handlers/read-objections.js';

@ApiTags('awards')
@Controller()
export class AwardRoundsController {
  constructor(
    private readonly rounds: ReadAwardRound,
    private readonly previewing: PreviewNotice,
    private readonly objections: ReadObjections,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: AwardRoundView })
  @Get('calls/:id/award-round')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AwardRoundView> {
    return this.rounds.run(id, actor);
  }

  /** The list as the public would read it if it were published now. */
  @Requires(mayRead)
  @ApiOkResponse({ type: NoticePreviewView })
  @Get('calls/:id/awards/notice-preview')
  preview(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<NoticePreviewView> {
    return this.previewing.run(id, actor);
  }

  /** What an officer has still to answer, the earliest last day first. */
  @Requires(mayAward)
  @ApiOkResponse({ type: [ObjectionDetail] })
  @Get('objections/waiting')
  waiting(@CurrentActor() actor: Actor): Promise<ObjectionDetail[]> {
    return this.objections.waiting(actor);
  }
}
