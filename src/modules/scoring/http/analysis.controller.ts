import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { AnalyseScores } from '../handlers/analyse-scores.js';
import { AnalysisView } from '../handlers/analysis.view.js';
import { EditFeedback, ReadFeedback } from '../handlers/feedback.js';
import { FeedbackDraftView, FeedbackRowView, FeedbackView } from '../handlers/feedback.view.js';
import { RecordRecheck } from '../handlers/recheck.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { FeedbackBody, RecheckBody } from './around.body.js';

/** What a sealed stage tells of its judges, and the look that is taken again. */
@ApiTags('scoring')
@Controller('calls/:callId/scoring/:stageKey')
export class AnalysisController {
  constructor(
    private readonly analysing: AnalyseScores,
    private readonly rechecking: RecordRecheck,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: AnalysisView })
  @Get('analysis')
  analysis(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<AnalysisView> {
    return this.analysing.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('rechecks')
  async recheck(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Body() body: RecheckBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.rechecking.run(callId, stageKey, body, actor);
  }
}

/** What applicants are told of their judging. */
@ApiTags('scoring')
@Controller()
export class FeedbackController {
  constructor(
    private readonly reading: ReadFeedback,
    private readonly editing: EditFeedback,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [FeedbackRowView] })
  @Get('calls/:callId/feedback')
  list(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<FeedbackRowView[]> {
    return this.reading.list(callId, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: FeedbackDraftView })
  @Get('applications/:id/feedback-draft')
  draft(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<FeedbackDraftView> {
    return this.reading.draft(id, actor);
  }

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: FeedbackDraftView })
  @Put('applications/:id/feedback-draft')
  async edit(@Param('id') id: string, @Body() body: FeedbackBody, @CurrentActor() actor: Actor): Promise<FeedbackDraftView> {
    await this.editing.run(id, body, async () => (await this.reading.draft(id, actor)).small, actor);
    return this.reading.draft(id, actor);
  }

  @Requires(hasRole('applicant'))
  @ApiOkResponse({ type: FeedbackView })
  @Get('applications/:id/feedback')
  own(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<FeedbackView> {
    return this.reading.own(id, actor);
  }
}
