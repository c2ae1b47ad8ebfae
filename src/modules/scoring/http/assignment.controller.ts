import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { AssignmentFileView, AssignmentView } from '../handlers/assignment.view.js';
import { CommitAssignment } from '../handlers/commit-assignment.js';
import { EditAssignment, ImportAssignments } from '../handlers/edit-assignment.js';
import { PlanAssignment } from '../handlers/plan-assignment.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { AssignmentFileBody, CommitAssignmentBody, EditAssignmentBody, settingsOf, TryAssignmentBody } from './assignment.body.js';

@ApiTags('scoring')
@Controller('calls/:callId/assignments/:stageKey/:blocKey')
export class AssignmentController {
  constructor(
    private readonly planning: PlanAssignment,
    private readonly committing: CommitAssignment,
    private readonly editing: EditAssignment,
    private readonly importing: ImportAssignments,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: AssignmentView })
  @Get()
  standing(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @CurrentActor() actor: Actor): Promise<AssignmentView> {
    return this.planning.standing({ callId, stageKey, blocKey }, actor);
  }

  /** A dry run: who would review what, and why. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: AssignmentView })
  @Post('trial')
  tryOut(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: TryAssignmentBody, @CurrentActor() actor: Actor): Promise<AssignmentView> {
    return this.planning.tryOut({ callId, stageKey, blocKey }, settingsOf(body), actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: AssignmentView })
  @Post()
  commit(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: CommitAssignmentBody, @CurrentActor() actor: Actor): Promise<AssignmentView> {
    return this.committing.run({ callId, stageKey, blocKey }, { ...settingsOf(body), mark: body.mark }, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: AssignmentView })
  @Post('pins')
  async edit(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: EditAssignmentBody, @CurrentActor() actor: Actor): Promise<AssignmentView> {
    await this.editing.run({ callId, stageKey, blocKey }, body, actor);
    return this.planning.standing({ callId, stageKey, blocKey }, actor);
  }

  /** Pairs by file: checked line by line, and written only when no line is at fault. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: AssignmentFileView })
  @Post('file')
  file(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: AssignmentFileBody, @CurrentActor() actor: Actor): Promise<AssignmentFileView> {
    return this.importing.run({ callId, stageKey, blocKey }, body, actor);
  }
}
