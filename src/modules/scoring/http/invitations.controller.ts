import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { IdentifierList, InstantText, OneOf, Text } from '#libs/http';
import type { Wish } from '../domain/assignment/propose.js';
import { OwnInvitationView, PanelInvitationView, WishesView } from '../handlers/invitation.view.js';
import { AnswerInvitation, InviteExperts } from '../handlers/invite-experts.js';
import { ReadInvitations } from '../handlers/read-invitations.js';
import { StateWishes } from '../handlers/state-wishes.js';
import { mayJudge, mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';

export class InviteExpertsBody {
  @IdentifierList({ min: 1, max: 200 }) accountIds: string[];
  @InstantText({ description: '答复期限 when the answer is due' }) replyBy: string;
}

export class AnswerInvitationBody {
  @OneOf(['accepted', 'declined']) answer: 'accepted' | 'declined';
  @Text({ min: 2, max: 500, optional: true, description: '不能参加的原因，婉拒时必填 due when declining' }) reason?: string;
}

export class WishBody {
  @OneOf(['eager', 'willing', 'reluctant', 'none'], { description: 'none：不表示 takes it back' }) wish: Wish | 'none';
}

/** What an expert is asked, and what she would rather review. */
@ApiTags('judging')
@Controller('judging')
export class OwnInvitationsController {
  constructor(
    private readonly answering: AnswerInvitation,
    private readonly wishing: StateWishes,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: [OwnInvitationView] })
  @Get('invitations')
  list(@CurrentActor() actor: Actor): Promise<OwnInvitationView[]> {
    return this.answering.own(actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: [OwnInvitationView] })
  @Post('invitations/:invitationId/answer')
  async answer(@Param('invitationId') invitationId: string, @Body() body: AnswerInvitationBody, @CurrentActor() actor: Actor): Promise<OwnInvitationView[]> {
    await this.answering.run(invitationId, body, actor);
    return this.answering.own(actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: WishesView })
  @Get(':seatId/wishes')
  wishes(@Param('seatId') seatId: string, @CurrentActor() actor: Actor): Promise<WishesView> {
    return this.wishing.read(seatId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: WishesView })
  @Put(':seatId/wishes/:applicationId')
  async wish(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: WishBody, @CurrentActor() actor: Actor): Promise<WishesView> {
    await this.wishing.state(seatId, applicationId, body.wish === 'none' ? null : body.wish, actor);
    return this.wishing.read(seatId, actor);
  }
}

@ApiTags('scoring')
@Controller('calls/:callId')
export class InvitationsController {
  constructor(
    private readonly inviting: InviteExperts,
    private readonly reading: ReadInvitations,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [PanelInvitationView] })
  @Get('panel-invitations')
  list(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<PanelInvitationView[]> {
    return this.reading.run(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: [PanelInvitationView] })
  @Post('panels/:stageKey/:blocKey/invitations')
  async invite(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: InviteExpertsBody, @CurrentActor() actor: Actor): Promise<PanelInvitationView[]> {
    await this.inviting.run({ callId, stageKey, blocKey }, { accountIds: body.accountIds, replyBy: new Date(body.replyBy) }, actor);
    return this.reading.run(callId, actor);
  }
}
