import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { RankingView } from '../handlers/ranking.view.js';
import { PublishedPanelView, ReadPublishedPanels } from '../handlers/published-panels.js';
import { ReadRanking } from '../handlers/read-ranking.js';
import { mayWatchScoring } from '../scoring.permissions.js';

/** The bytes as they were sealed: whoever hashes the file gets the published hash. The page names the file, as its command to recompute does. */
const sendManifest = async (reply: FastifyReply, manifest: string): Promise<void> => {
  await reply.header('Content-Type', 'application/json; charset=utf-8').header('Content-Disposition', 'attachment').send(manifest);
};

@ApiTags('scoring')
@Controller('calls/:callId')
export class RankingController {
  constructor(private readonly read: ReadRanking) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: RankingView })
  @Get('ranking')
  ranking(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    return this.read.ranking(callId, null, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: RankingView })
  @Get('scoring/:stageKey/ranking')
  ofStage(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    return this.read.ranking(callId, stageKey, actor);
  }

  @Requires(mayWatchScoring)
  @ApiProduces('application/json')
  @Get('ranking/manifest')
  async manifest(@Param('callId') callId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendManifest(reply, await this.read.manifest(callId, null, actor));
  }

  @Requires(mayWatchScoring)
  @ApiProduces('application/json')
  @Get('scoring/:stageKey/ranking/manifest')
  async manifestOfStage(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendManifest(reply, await this.read.manifest(callId, stageKey, actor));
  }
}

@ApiTags('public')
@Controller('public/rankings')
export class PublicRankingController {
  constructor(private readonly read: ReadRanking) {}

  @Public('Anybody may recompute a published ranking from its manifest')
  @ApiOkResponse({ type: RankingView })
  @Get(':callId')
  one(@Param('callId') callId: string): Promise<RankingView> {
    return this.read.published(callId);
  }

  @Public('The bytes over which the published hash was taken')
  @ApiProduces('application/json')
  @Get(':callId/manifest')
  async manifest(@Param('callId') callId: string, @Res() reply: FastifyReply): Promise<void> {
    await sendManifest(reply, await this.read.publishedManifest(callId));
  }
}

@ApiTags('public')
@Controller('public/panels')
export class PublicPanelsController {
  constructor(private readonly read: ReadPublishedPanels) {}

  @Public('Where the rulebook says so, the experts are named with the notice')
  @ApiOkResponse({ type: [PublishedPanelView] })
  @Get(':callId')
  of(@Param('callId') callId: string): Promise<PublishedPanelView[]> {
    return this.read.run(callId);
  }
}
