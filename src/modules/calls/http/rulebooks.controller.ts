import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { Throttle } from '#modules/identity';
import { mayRead, mayWrite } from '../calls.permissions.js';
import { rulebookSchema } from '../domain/rulebook/schema/rulebook-schema.js';
import { RulebookChangeView, RulebookReportView } from '../handlers/call.view.js';
import { JudgeRulebooks } from '../handlers/judge-rulebooks.js';
import { OfficerVersionView, RulebookPreviewView, TemplateView } from '../handlers/officer-call.view.js';
import { ReadCalls } from '../handlers/read-calls.js';
import { PublicCallPage, PublicCallView } from '../handlers/published.view.js';
import { ReadPublishedCalls } from '../handlers/read-published.js';
import { readProgramme } from '../programmes/published-programmes.js';
import { ChangesQuery, CompareRulebooksBody, ExamineRulebookBody, PublicCallQuery, PublicCallsQuery } from './calls.body.js';

const ShownRulebook = () => ApiOkResponse({ schema: { $ref: '#/components/schemas/Rulebook' } });

@ApiTags('calls')
@Controller()
export class RulebooksController {
  constructor(
    private readonly read: ReadCalls,
    private readonly judge: JudgeRulebooks,
  ) {}

  /** Judges a rulebook without keeping it. */
  @Requires(mayRead)
  @HttpCode(200)
  @ApiOkResponse({ type: RulebookReportView })
  @Post('rulebooks/examination')
  examine(@Body() body: ExamineRulebookBody): Promise<RulebookReportView> {
    return this.judge.examine(body.rulebook);
  }

  /** The differences between two documents at hand. */
  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: [RulebookChangeView] })
  @Post('rulebooks/comparison')
  compare(@Body() body: CompareRulebooksBody): RulebookChangeView[] {
    return this.judge.compare(body.before, body.after);
  }

  /** What the call's rules would become, and whether they may. */
  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: RulebookPreviewView })
  @Post('calls/:id/rulebook/preview')
  preview(@Param('id') id: string, @Body() body: ExamineRulebookBody, @CurrentActor() actor: Actor): Promise<RulebookPreviewView> {
    return this.judge.preview(id, body.rulebook, actor);
  }

  @Requires(mayRead)
  @ShownRulebook()
  @Get('rulebooks/templates/:code')
  template(@Param('code') code: string): object {
    return readProgramme(code) as object;
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [TemplateView] })
  @Get('rulebooks/templates')
  templates(): TemplateView[] {
    return this.judge.templates();
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [OfficerVersionView] })
  @Get('calls/:id/rulebook/versions')
  versions(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OfficerVersionView[]> {
    return this.read.versions(id, actor);
  }

  /** The document itself, for keeping as a file and importing elsewhere. */
  @Requires(mayRead)
  @ShownRulebook()
  @Get('calls/:id/rulebook/versions/:version')
  version(@Param('id') id: string, @Param('version', ParseIntPipe) version: number, @CurrentActor() actor: Actor): Promise<object> {
    return this.read.version(id, version, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [RulebookChangeView] })
  @Get('calls/:id/rulebook/changes')
  changes(@Param('id') id: string, @Query() query: ChangesQuery, @CurrentActor() actor: Actor): Promise<RulebookChangeView[]> {
    return this.read.changes(id, query, actor);
  }
}

@ApiTags('public')
@Controller('public')
export class PublicCallsController {
  constructor(
    private readonly published: ReadPublishedCalls,
    private readonly throttle: Throttle,
  ) {}

  @Public('Calls for proposals are published to everybody')
  @ApiOkResponse({ type: PublicCallPage })
  @Get('calls')
  list(@Query() query: PublicCallsQuery, @CurrentActor() actor: Actor | undefined): Promise<PublicCallPage> {
    return this.published.list(query, query, actor);
  }

  /** A call by invitation is read by those who are invited, or with its code; guesses are counted for each address. */
  @Public('Everybody may read the rules and questions before deciding to apply')
  @ApiOkResponse({ type: PublicCallView })
  @Get('calls/:id')
  async one(@Param('id') id: string, @Query() { code }: PublicCallQuery, @CurrentActor() actor: Actor | undefined, @Req() request: FastifyRequest): Promise<PublicCallView> {
    if (code !== undefined) await this.throttle.count([{ key: `call code ${id} ${request.ip}`, most: 20 }]);
    return this.published.one(id, { actor, code });
  }

  @Public('The JSON Schema of rulebooks is an open format')
  @ApiOkResponse({ type: Object })
  @Get('rulebook-schema')
  schema(): object {
    return rulebookSchema;
  }
}
