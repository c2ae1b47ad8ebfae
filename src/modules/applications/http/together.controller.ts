import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayApply } from '../applications.permissions.js';
import { DiscussDraft } from '../handlers/discuss-draft.js';
import { KeepPresence } from '../handlers/keep-presence.js';
import { ReadWriters } from '../handlers/read-writers.js';
import { ShareApplication } from '../handlers/share-application.js';
import { DraftCommentsView, PresenceView, WritersView } from '../handlers/together.view.js';
import { BeatBody, DraftCommentBody, HandOverBody, InviteWriterBody, PartBody } from './together.body.js';

@ApiTags('applications')
@Controller('applications/:id')
export class TogetherController {
  constructor(
    private readonly writers: ReadWriters,
    private readonly sharing: ShareApplication,
    private readonly discussing: DiscussDraft,
    private readonly presence: KeepPresence,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: WritersView })
  @Get('writers')
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<WritersView> {
    return this.writers.run(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: WritersView })
  @Post('writers')
  async invite(@Param('id') id: string, @Body() { email, part }: InviteWriterBody, @CurrentActor() actor: Actor): Promise<WritersView> {
    await this.sharing.invite(id, email, part, actor);
    return this.writers.run(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: WritersView })
  @Put('writers/:accountId')
  async give(@Param('id') id: string, @Param('accountId') accountId: string, @Body() { part }: PartBody, @CurrentActor() actor: Actor): Promise<WritersView> {
    await this.sharing.give(id, accountId, part, actor);
    return this.writers.run(id, actor);
  }

  @Requires(mayApply)
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete('writers/:accountId')
  take(@Param('id') id: string, @Param('accountId') accountId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.sharing.take(id, accountId, actor);
  }

  /** Who is in charge: she alone submits. */
  @Requires(mayApply)
  @ApiOkResponse({ type: WritersView })
  @Post('owner')
  async handOver(@Param('id') id: string, @Body() { accountId }: HandOverBody, @CurrentActor() actor: Actor): Promise<WritersView> {
    await this.sharing.handOver(id, accountId, actor);
    return this.writers.run(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: DraftCommentsView })
  @Get('comments')
  comments(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DraftCommentsView> {
    return this.presence.comments(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: DraftCommentsView })
  @Post('comments')
  async comment(@Param('id') id: string, @Body() body: DraftCommentBody, @CurrentActor() actor: Actor): Promise<DraftCommentsView> {
    await this.discussing.comment(id, body, actor);
    return this.presence.comments(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: DraftCommentsView })
  @Post('comments/:commentId/resolution')
  async resolve(@Param('id') id: string, @Param('commentId') commentId: string, @CurrentActor() actor: Actor): Promise<DraftCommentsView> {
    await this.discussing.resolve(id, commentId, actor);
    return this.presence.comments(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: PresenceView })
  @Put('presence')
  beat(@Param('id') id: string, @Body() body: BeatBody, @CurrentActor() actor: Actor): Promise<PresenceView> {
    return this.presence.beat(id, body, actor);
  }
}
