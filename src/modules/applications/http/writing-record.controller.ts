import { Body, Controller, Get, Param, ParseIntPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier } from '#libs/http';
import { mayApply, mayReadAsStaff } from '../applications.permissions.js';
import { CallEffortView, OwnEffortView } from '../handlers/effort.view.js';
import { AnswerSurvey, ReadEffort } from '../handlers/measure-effort.js';
import { ReadRevisions } from '../handlers/read-revisions.js';
import { RevisionsView, RevisionView } from '../handlers/revisions.view.js';
import { SurveyBody } from './together.body.js';

export class EffortQuery {
  @Identifier() callId: string;
}

/** What stands beside the writing itself: earlier states of it, and what it cost. */
@ApiTags('applications')
@Controller()
export class WritingRecordController {
  constructor(
    private readonly revisions: ReadRevisions,
    private readonly efforts: ReadEffort,
    private readonly answering: AnswerSurvey,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: RevisionsView })
  @Get('applications/:id/revisions')
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RevisionsView> {
    return this.revisions.list(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: RevisionView })
  @Get('applications/:id/revisions/:version')
  one(@Param('id') id: string, @Param('version', ParseIntPipe) version: number, @CurrentActor() actor: Actor): Promise<RevisionView> {
    return this.revisions.one(id, version, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: OwnEffortView })
  @Get('applications/:id/effort')
  effort(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OwnEffortView> {
    return this.efforts.own(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: OwnEffortView })
  @Put('applications/:id/effort')
  async answer(@Param('id') id: string, @Body() { ease, hours, hardest, remark }: SurveyBody, @CurrentActor() actor: Actor): Promise<OwnEffortView> {
    await this.answering.run(id, { ease, hours: hours ?? null, hardest: hardest ?? null, remark: remark ?? null }, actor);
    return this.efforts.own(id, actor);
  }

  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: CallEffortView })
  @Get('application-effort')
  ofCall(@Query() { callId }: EffortQuery, @CurrentActor() actor: Actor): Promise<CallEffortView> {
    return this.efforts.ofCall(callId, actor);
  }
}
