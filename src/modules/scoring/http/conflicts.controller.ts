import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier, OneOf, Text } from '#libs/http';
import { CheckConflicts } from '../handlers/check-conflicts.js';
import { ConflictCheckView } from '../handlers/expert.view.js';
import { PinConflict } from '../handlers/pin-conflict.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';

export class PinConflictBody {
  @Identifier() accountId: string;
  @Identifier() applicationId: string;
  @OneOf(['conflict', 'clear']) verdict: 'conflict' | 'clear';
  @Text({ min: 2, max: 500 }) reason: string;
}

export class ConfirmPinBody {
  @Identifier() accountId: string;
  @Identifier() applicationId: string;
}

@ApiTags('scoring')
@Controller()
export class ConflictsController {
  constructor(
    private readonly checking: CheckConflicts,
    private readonly pinning: PinConflict,
  ) {}

  /** The whole pool against the applications of the stage; nobody is told. */
  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: ConflictCheckView })
  @Get('calls/:callId/scoring/:stageKey/conflict-check')
  check(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ConflictCheckView> {
    return this.checking.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('conflict-pins')
  async pin(@Body() body: PinConflictBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.pinning.run(body, actor);
  }

  /** The second person's word for a clearance. */
  @Requires(mayRunScoring)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('conflict-pins/confirmation')
  async confirm(@Body() { accountId, applicationId }: ConfirmPinBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.pinning.confirm(accountId, applicationId, actor);
  }
}
