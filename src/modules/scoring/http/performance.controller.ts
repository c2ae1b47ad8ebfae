import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Text, Whole } from '#libs/http';
import { ReadPerformance, RecordPerformance } from '../handlers/performance.js';
import { PerformancesView } from '../handlers/performance.view.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';

export class PerformanceBody {
  @Whole({ min: 0, max: 100, description: '百分制 of 100' }) score: number;
  @Whole({ min: 0, max: 100, description: '查实的投诉 complaints found true' }) complaints: number;
  @Text({ min: 2, max: 500 }) note: string;
}

/** How the judges of a sealed stage did their duty. */
@ApiTags('scoring')
@Controller('calls/:callId/scoring/:stageKey/performance')
export class PerformanceController {
  constructor(
    private readonly reading: ReadPerformance,
    private readonly recording: RecordPerformance,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: PerformancesView })
  @Get()
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<PerformancesView> {
    return this.reading.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: PerformancesView })
  @Put(':accountId')
  async record(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('accountId') accountId: string, @Body() body: PerformanceBody, @CurrentActor() actor: Actor): Promise<PerformancesView> {
    await this.recording.run({ callId, stageKey, accountId }, body, actor);
    return this.reading.run(callId, stageKey, actor);
  }
}
