import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, hasRole, Public, Requires, type Actor } from '#libs/access';
import { sendLive } from '#libs/live';
import { HearRoadshow } from '../handlers/hear-roadshow.js';

/**
 * Server-sent events beside the three views of a roadshow: they say that something has changed there, and the screen reads its own view
 * again. Whoever may read a view may hear of it.
 */
@ApiTags('roadshows')
@Controller()
export class LiveRoadshowsController {
  constructor(private readonly hearing: HearRoadshow) {}

  @Requires(hasRole('expert', 'roadshow_judge'))
  @ApiExcludeEndpoint()
  @Get('roadshow-judging/news')
  async judge(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    sendLive(reply, await this.hearing.judge(actor));
  }

  @Requires(hasRole('officer', 'auditor'))
  @ApiExcludeEndpoint()
  @Get('roadshow-sessions/:id/news')
  async console(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    sendLive(reply, await this.hearing.console(id, actor));
  }

  @Public('The screen in the hall hears that the order, the turn or the clock has changed')
  @ApiExcludeEndpoint()
  @Get('public/roadshows/:id/news')
  async stage(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendLive(reply, await this.hearing.stage(id));
  }
}
