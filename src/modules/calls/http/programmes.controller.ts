import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ListQuery } from '#libs/http';
import { mayKeepCalendar, mayRead, mayWrite } from '../calls.permissions.js';
import { ProgrammePage, ProgrammeView } from '../handlers/programme.view.js';
import { CreateProgramme, ReadProgrammes } from '../handlers/programmes.js';
import { RecordHolidayNotice } from '../handlers/record-holiday-notice.js';
import { CreateProgrammeBody, HolidayNoticeBody } from './calls.body.js';

@ApiTags('calls')
@Controller()
export class ProgrammesController {
  constructor(
    private readonly creating: CreateProgramme,
    private readonly read: ReadProgrammes,
    private readonly recording: RecordHolidayNotice,
  ) {}

  @Requires(mayWrite)
  @ApiOkResponse({ type: ProgrammeView })
  @Post('programmes')
  create(@Body() body: CreateProgrammeBody, @CurrentActor() actor: Actor): Promise<ProgrammeView> {
    return this.creating.run(body, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: ProgrammePage })
  @Get('programmes')
  list(@Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<ProgrammePage> {
    return this.read.list(actor, query);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: ProgrammeView })
  @Get('programmes/:id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ProgrammeView> {
    return this.read.one(id, actor);
  }

  /** Answers the years that working days can be counted in. */
  @Requires(mayKeepCalendar)
  @ApiOkResponse({ type: [Number] })
  @Post('holiday-notices')
  record(@Body() body: HolidayNoticeBody, @CurrentActor() actor: Actor): Promise<number[]> {
    return this.recording.run(body, actor);
  }
}
