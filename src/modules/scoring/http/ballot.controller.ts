import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { IdentifierList, Whole } from '#libs/http';
import { BallotView } from '../handlers/ballot.view.js';
import { CastBallot } from '../handlers/cast-ballot.js';
import { ReadBallot } from '../handlers/read-ballot.js';
import { mayJudge } from '../scoring.permissions.js';

export class BallotBody {
  @IdentifierList({ min: 0, max: 5000, description: '按先后排列的申报；未列入者并列在最后 the applications, first to last; whoever is left out stands behind' }) order: string[];
  @Whole({ min: 0, max: 100_000_000, description: '所读版本 the version that was read' }) version: number;
}

/** Where the rulebook has a bloc vote: one order of all applications instead of a sheet for each. */
@ApiTags('judging')
@Controller('judging/:seatId/ballot')
export class BallotController {
  constructor(
    private readonly reading: ReadBallot,
    private readonly casting: CastBallot,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: BallotView })
  @Get()
  ballot(@Param('seatId') seatId: string, @CurrentActor() actor: Actor): Promise<BallotView> {
    return this.reading.run(seatId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: BallotView })
  @Put()
  async save(@Param('seatId') seatId: string, @Body() body: BallotBody, @CurrentActor() actor: Actor): Promise<BallotView> {
    await this.casting.save(seatId, body, actor);
    return this.reading.run(seatId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: BallotView })
  @Post('submission')
  async submit(@Param('seatId') seatId: string, @Body() body: BallotBody, @CurrentActor() actor: Actor): Promise<BallotView> {
    await this.casting.submit(seatId, body, actor);
    return this.reading.run(seatId, actor);
  }
}
