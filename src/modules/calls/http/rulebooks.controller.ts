import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { mayRead } from '../calls.permissions.js';
import { rulebookSchema } from '../domain/rulebook/schema/rulebook-schema.js';
import { RulebookChangeView, RulebookReportView, RulebookVersionView } from '../handlers/call.view.js';
import { ReadCalls } from '../handlers/read-calls.js';
import { PublicCallRow, PublicCallView, ReadPublishedCalls } from '../handlers/read-published.js';
import { publishedProgrammes, readProgramme } from '../programmes/published-programmes.js';
import { ChangesQuery, ExamineRulebookBody, PublicCallsQuery } from './calls.body.js';

@ApiTags('calls')
@Controller()
export class RulebooksController {
  constructor(private readonly read: ReadCalls) {}

  /** Judges a rulebook without keeping it. */
  @Requires(mayRead)
  @HttpCode(200)
  @ApiOkResponse({ type: RulebookReportView })
  @Post('rulebooks/examination')
  examine(@Body() body: ExamineRulebookBody): Promise<RulebookReportView> {
    return this.read.examine(body.rulebook);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: Object })
  @Get('rulebooks/templates/:code')
  template(@Param('code') code: string): object {
    return readProgramme(code) as object;
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [String] })
  @Get('rulebooks/templates')
  templates(): readonly string[] {
    return publishedProgrammes;
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [RulebookVersionView] })
  @Get('calls/:id/rulebook/versions')
  versions(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RulebookVersionView[]> {
    return this.read.versions(id, actor);
  }

  /** The document itself, for keeping as a file and importing elsewhere. */
  @Requires(mayRead)
  @ApiOkResponse({ type: Object })
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
  constructor(private readonly published: ReadPublishedCalls) {}

  @Public('Calls for proposals are published to everybody')
  @ApiOkResponse({ type: [PublicCallRow] })
  @Get('calls')
  list(@Query() query: PublicCallsQuery): Promise<Page<PublicCallRow>> {
    return this.published.list(query, query.status);
  }

  @Public('Everybody may read the rules and questions before deciding to apply')
  @ApiOkResponse({ type: PublicCallView })
  @Get('calls/:id')
  one(@Param('id') id: string): Promise<PublicCallView> {
    return this.published.one(id);
  }

  @Public('The JSON Schema of rulebooks is an open format')
  @ApiOkResponse({ type: Object })
  @Get('rulebook-schema')
  schema(): object {
    return rulebookSchema;
  }
}
