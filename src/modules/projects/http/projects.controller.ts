import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { any, CurrentActor, hasRole, Requires, scopeOf, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { Identifier, ListQuery, OneOf, Text } from '#libs/http';
import { MoveProject } from '../handlers/move-project.js';
import { MoveRound, type RoundMove } from '../handlers/move-round.js';
import { ProjectRow } from '../handlers/project.view.js';
import { noSuchProject } from '../projects.errors.js';
import { ProjectStore } from '../store/project.store.js';

const READERS = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'mentor', 'auditor', 'administrator'] as const;
const mayRead = any(hasRole('applicant'), hasRole(...READERS));
const mayCare = hasRole('officer');

export class ProjectsQuery extends ListQuery {
  @Identifier({ optional: true }) callId?: string;
}

export class MoveProjectBody {
  @OneOf(['suspend', 'resume', 'terminate']) move: 'suspend' | 'resume' | 'terminate';
  @Text({ min: 4, max: 500 }) reason: string;
}

export class RoundMoveBody {
  @OneOf(['run', 'wind-up', 'archive']) move: RoundMove;
}

@ApiTags('projects')
@Controller()
export class ProjectsController {
  constructor(
    private readonly projects: ProjectStore,
    private readonly moving: MoveProject,
    private readonly rounds: MoveRound,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: [ProjectRow] })
  @Get('projects')
  async list(@Query() query: ProjectsQuery, @CurrentActor() actor: Actor): Promise<Page<ProjectRow>> {
    const { items, next } = await this.projects.list(scopeOf(actor, 'applicant', ...READERS), query, query.callId);
    return { items: items.map((project) => ProjectRow.of(project, actor)), next };
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: ProjectRow })
  @Get('projects/:id')
  async one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ProjectRow> {
    const project = await this.projects.find(id);
    if (!project || !(actor.holdsFor(project.organisationId, 'applicant') || actor.holdsAt(project.nodePath, ...READERS))) throw noSuchProject();
    return ProjectRow.of(project, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: ProjectRow })
  @HttpCode(200)
  @Post('projects/:id/moves')
  async move(@Param('id') id: string, @Body() { move, reason }: MoveProjectBody, @CurrentActor() actor: Actor): Promise<ProjectRow> {
    const project = await this.projects.find(id);
    if (!project || !actor.holdsAt(project.nodePath, 'officer')) throw noSuchProject();
    return ProjectRow.of(await this.moving.run(id, move, actor, { reason }), actor);
  }

  @Requires(mayCare)
  @HttpCode(200)
  @Post('calls/:id/round-moves')
  round(@Param('id') id: string, @Body() { move }: RoundMoveBody, @CurrentActor() actor: Actor): Promise<{ callId: string; status: string }> {
    return this.rounds.run(id, move, actor);
  }
}
