import { Controller, Param, Sse, type MessageEvent } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { CurrentActor, hasRole, Public, Requires, type Actor } from '#libs/access';
import { liveStream } from '#libs/live';
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
  @Sse('roadshow-judging/news')
  async judge(@CurrentActor() actor: Actor): Promise<Observable<MessageEvent>> {
    return liveStream(await this.hearing.judge(actor));
  }

  @Requires(hasRole('officer', 'auditor'))
  @ApiExcludeEndpoint()
  @Sse('roadshow-sessions/:id/news')
  async console(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<Observable<MessageEvent>> {
    return liveStream(await this.hearing.console(id, actor));
  }

  @Public('The screen in the hall hears that the order, the turn or the clock has changed')
  @ApiExcludeEndpoint()
  @Sse('public/roadshows/:id/news')
  async stage(@Param('id') id: string): Promise<Observable<MessageEvent>> {
    return liveStream(await this.hearing.stage(id));
  }
}
