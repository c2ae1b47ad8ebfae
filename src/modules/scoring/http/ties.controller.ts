import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ReadTies } from '../handlers/read-ties.js';
import { DrawLots, OrderByCommittee } from '../handlers/settle-ties.js';
import { TieBoardView } from '../handlers/ties.view.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { CommitLotBody, CommitteeOrderBody, DecideOrderBody, RevealLotBody } from './ties.body.js';

/** Equals whom no score parts, where the declared chain ends in a lot or in the committee. */
@ApiTags('scoring')
@Controller('calls/:callId')
export class TiesController {
  constructor(
    private readonly reading: ReadTies,
    private readonly lots: DrawLots,
    private readonly orders: OrderByCommittee,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: TieBoardView })
  @Get('ties')
  ties(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<TieBoardView> {
    return this.reading.run(callId, actor);
  }

  /** Fixes who is drawn and a secret, whose hash is published before the deciding number is known. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: TieBoardView })
  @Post('ties/lots')
  async commitLot(@Param('callId') callId: string, @Body() body: CommitLotBody, @CurrentActor() actor: Actor): Promise<TieBoardView> {
    await this.lots.commit(callId, body, actor);
    return this.reading.run(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: TieBoardView })
  @Post('tie-decisions/:id/revelation')
  async revealLot(@Param('callId') callId: string, @Param('id') id: string, @Body() body: RevealLotBody, @CurrentActor() actor: Actor): Promise<TieBoardView> {
    await this.lots.reveal(callId, id, body.publicValue, actor);
    return this.reading.run(callId, actor);
  }

  /** The committee's order; it counts once a second officer has confirmed it. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: TieBoardView })
  @Post('ties/orders')
  async order(@Param('callId') callId: string, @Body() body: CommitteeOrderBody, @CurrentActor() actor: Actor): Promise<TieBoardView> {
    await this.orders.record(callId, body, actor);
    return this.reading.run(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: TieBoardView })
  @Post('tie-decisions/:id/decision')
  async decide(@Param('callId') callId: string, @Param('id') id: string, @Body() body: DecideOrderBody, @CurrentActor() actor: Actor): Promise<TieBoardView> {
    await this.orders.decide(callId, id, body, actor);
    return this.reading.run(callId, actor);
  }
}
