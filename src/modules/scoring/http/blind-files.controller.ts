import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { IdentifierList, Text, YesNo } from '#libs/http';
import { BlindFilesDecidedView, BlindFileView, DecideBlindFile, ReadBlindFiles } from '../handlers/decide-blind-file.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';

export class DecideBlindFileBody {
  @YesNo({ description: '盲评中是否显示 whether blind judges read it' }) shown: boolean;
  @Text({ min: 2, max: 500 }) reason: string;
}

export class DecideBlindFilesBody extends DecideBlindFileBody {
  @IdentifierList({ min: 1, max: 200, description: '一并决定的附件 the files that are decided together' }) documentIds: string[];
}

/** What blind judges read of the files, and staff's decision about single ones. */
@ApiTags('scoring')
@Controller('calls/:callId/scoring/:stageKey/blind-files')
export class BlindFilesController {
  constructor(
    private readonly reading: ReadBlindFiles,
    private readonly deciding: DecideBlindFile,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [BlindFileView] })
  @Get()
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<BlindFileView[]> {
    return this.reading.run(callId, stageKey, actor);
  }

  /** Several at once with one reason; each has its own outcome, and its own leaf in the trail. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: BlindFilesDecidedView })
  @Post('decisions')
  async decideMany(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Body() { documentIds, shown, reason }: DecideBlindFilesBody, @CurrentActor() actor: Actor): Promise<BlindFilesDecidedView> {
    const outcomes = await this.deciding.many({ callId, stageKey, documentIds }, { shown, reason }, actor);
    return { outcomes, files: await this.reading.run(callId, stageKey, actor) };
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: [BlindFileView] })
  @Post(':documentId/decision')
  async decide(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('documentId') documentId: string, @Body() body: DecideBlindFileBody, @CurrentActor() actor: Actor): Promise<BlindFileView[]> {
    await this.deciding.run({ callId, stageKey, documentId }, body, actor);
    return this.reading.run(callId, stageKey, actor);
  }
}
