import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ExpertProfileView } from '../handlers/expert.view.js';
import { KeepProfile, KeepTies } from '../handlers/keep-expert.js';
import { ReadExpert } from '../handlers/read-expert.js';
import { mayJudge, mayRunScoring } from '../scoring.permissions.js';
import { ExpertProfileBody, ExpertTieBody, WithdrawExpertTieBody } from './experts.body.js';

/** What an expert says of herself. */
@ApiTags('judging')
@Controller('judging/profile')
export class OwnExpertController {
  constructor(
    private readonly reading: ReadExpert,
    private readonly profiles: KeepProfile,
    private readonly ties: KeepTies,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: ExpertProfileView })
  @Get()
  own(@CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    return this.reading.run(actor.accountId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: ExpertProfileView })
  @Put()
  async save(@Body() body: ExpertProfileBody, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    await this.profiles.run(body, actor);
    return this.reading.run(actor.accountId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertProfileView })
  @Post('ties')
  async declare(@Body() body: ExpertTieBody, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    await this.ties.add(actor.accountId, body, actor);
    return this.reading.run(actor.accountId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertProfileView })
  @Post('ties/:tieId/withdrawal')
  async withdraw(@Param('tieId') tieId: string, @Body() body: WithdrawExpertTieBody, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    return this.reading.run(await this.ties.withdraw(tieId, body.reason, actor), actor);
  }
}

/** The experts of an officer's place. */
@ApiTags('scoring')
@Controller('experts/:accountId')
export class ExpertsController {
  constructor(
    private readonly reading: ReadExpert,
    private readonly ties: KeepTies,
  ) {}

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: ExpertProfileView })
  @Get()
  one(@Param('accountId') accountId: string, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    return this.reading.run(accountId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertProfileView })
  @Post('ties')
  async record(@Param('accountId') accountId: string, @Body() body: ExpertTieBody, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    await this.ties.add(accountId, body, actor);
    return this.reading.run(accountId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertProfileView })
  @Post('ties/:tieId/withdrawal')
  async withdraw(@Param('accountId') accountId: string, @Param('tieId') tieId: string, @Body() body: WithdrawExpertTieBody, @CurrentActor() actor: Actor): Promise<ExpertProfileView> {
    await this.ties.withdraw(tieId, body.reason, actor);
    return this.reading.run(accountId, actor);
  }
}
