import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { EvaluationDueView, EvaluationTrialView, EvaluationView } from '../handlers/evaluation.view.js';
import { ReadEvaluations } from '../handlers/read-evaluations.js';
import { RecordEvaluation } from '../handlers/record-evaluation.js';
import { mayEvaluate, mayRead } from '../milestones.permissions.js';
import { EvaluationBody, TrialBody } from './milestones.body.js';

@ApiTags('evaluations')
@Controller()
export class EvaluationsController {
  constructor(
    private readonly read: ReadEvaluations,
    private readonly recording: RecordEvaluation,
  ) {}

  /** What waits for an evaluator, longest first. */
  @Requires(mayEvaluate)
  @ApiOkResponse({ type: [EvaluationDueView] })
  @Get('evaluations/waiting')
  waiting(@CurrentActor() actor: Actor): Promise<EvaluationDueView[]> {
    return this.read.waiting(actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [EvaluationView] })
  @Get('projects/:projectId/evaluations')
  ofProject(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<EvaluationView[]> {
    return this.read.ofProject(projectId, actor);
  }

  /** The grids that are still to be filled in. */
  @Requires(mayRead)
  @ApiOkResponse({ type: [EvaluationDueView] })
  @Get('projects/:projectId/evaluations/due')
  due(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<EvaluationDueView[]> {
    return this.read.dueOf(projectId, actor);
  }

  /** Counts the entries so far without keeping them. */
  @Requires(mayEvaluate)
  @HttpCode(200)
  @ApiOkResponse({ type: EvaluationTrialView })
  @Post('projects/:projectId/evaluations/trial')
  tryOut(@Param('projectId') projectId: string, @Body() { key, scores }: TrialBody, @CurrentActor() actor: Actor): Promise<EvaluationTrialView> {
    return this.read.tryOut(projectId, key, scores, actor);
  }

  @Requires(mayEvaluate)
  @ApiOkResponse({ type: EvaluationView })
  @Post('projects/:projectId/evaluations')
  async evaluate(@Param('projectId') projectId: string, @Body() body: EvaluationBody, @CurrentActor() actor: Actor): Promise<EvaluationView> {
    const { id } = await this.recording.run(projectId, body, actor);
    return (await this.read.ofProject(projectId, actor)).find((evaluation) => evaluation.id === id)!;
  }
}
