import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier, ListQuery, OneOf, Shown, Text } from '#libs/http';
import { JudgedRuleView } from '#modules/applications';
import { PROJECT_STATUSES, type ProjectStatus } from '../domain/project.js';
import { MoveProject } from '../handlers/move-project.js';
import { MoveRound, type RoundMove } from '../handlers/move-round.js';
import { ProjectDetail, ProjectPage, RoundView } from '../handlers/project.view.js';
import { ReadProjects } from '../handlers/read-projects.js';
import { ReadRound } from '../handlers/read-round.js';
import { ProjectRoots } from '../handlers/record-project.js';
import { noSuchProject } from '../projects.errors.js';
import { mayCare, mayRead, mayReadRound, READERS } from '../projects.permissions.js';
import { ProjectStore } from '../store/project.store.js';

export class ProjectsQuery extends ListQuery {
  @Identifier({ optional: true }) callId?: string;
  @OneOf(PROJECT_STATUSES, { optional: true }) status?: ProjectStatus;
  @Text({ max: 60, optional: true, description: '编号、项目或组织名称 number, project or organisation' }) words?: string;
}

export class MoveProjectBody {
  @OneOf(['suspend', 'resume', 'terminate']) move: 'suspend' | 'resume' | 'terminate';
  @Text({ min: 4, max: 500 }) reason: string;
}

export class RoundMoveBody {
  @OneOf(['run', 'wind-up', 'archive']) move: RoundMove;
}

export class RoundStatusView {
  @Shown() callId: string;
  @Shown() status: string;
}

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly read: ReadProjects,
    private readonly projects: ProjectStore,
    private readonly moving: MoveProject,
    private readonly roots: ProjectRoots,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: ProjectPage })
  @Get()
  list(@Query() query: ProjectsQuery, @CurrentActor() actor: Actor): Promise<ProjectPage> {
    return this.read.list(actor, query, query);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: ProjectDetail })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ProjectDetail> {
    return this.read.one(id, actor);
  }

  /** The rules that are tested again before the contract is signed, by the facts of today. */
  @Requires(mayReadRound)
  @ApiOkResponse({ type: [JudgedRuleView] })
  @Get(':id/signing-rules')
  async signingRules(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<JudgedRuleView[]> {
    const project = await this.projects.find(id);
    if (!project || !actor.holdsAt(project.nodePath, ...READERS)) throw noSuchProject();
    return (await this.roots.rulesAtSigning(project, actor)).map((rule) => JudgedRuleView.of(rule));
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: ProjectDetail })
  @HttpCode(200)
  @Post(':id/moves')
  async move(@Param('id') id: string, @Body() { move, reason }: MoveProjectBody, @CurrentActor() actor: Actor): Promise<ProjectDetail> {
    const project = await this.projects.find(id);
    if (!project || !actor.holdsAt(project.nodePath, 'officer')) throw noSuchProject();
    await this.moving.run(id, move, actor, { reason });
    return this.read.one(id, actor);
  }
}

@ApiTags('projects')
@Controller('calls/:id')
export class RoundsController {
  constructor(
    private readonly read: ReadRound,
    private readonly rounds: MoveRound,
  ) {}

  @Requires(mayReadRound)
  @ApiOkResponse({ type: RoundView })
  @Get('round')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RoundView> {
    return this.read.run(id, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: RoundStatusView })
  @HttpCode(200)
  @Post('round-moves')
  move(@Param('id') id: string, @Body() { move }: RoundMoveBody, @CurrentActor() actor: Actor): Promise<RoundStatusView> {
    return this.rounds.run(id, move, actor);
  }
}
