import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ReadRoom, SayInRoom } from '../handlers/panel-room.js';
import { ReadingNotes } from '../handlers/reading-notes.js';
import { ReadingNoteView, RoomView } from '../handlers/room.view.js';
import { mayJudge, mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { ReadingBody, SayingBody } from './around.body.js';

/** The panel among itself: private to its judges. */
@ApiTags('judging')
@Controller('judging/:seatId/:applicationId/panel')
export class RoomController {
  constructor(
    private readonly reading: ReadRoom,
    private readonly saying: SayInRoom,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: RoomView })
  @Get()
  room(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @CurrentActor() actor: Actor): Promise<RoomView> {
    return this.reading.run(seatId, applicationId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: RoomView })
  @Post('messages')
  async say(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: SayingBody, @CurrentActor() actor: Actor): Promise<RoomView> {
    await this.saying.run(seatId, applicationId, body, actor);
    return this.reading.run(seatId, applicationId, actor);
  }
}

/** Machine readings that staff attach: beside the application, outside every score. */
@ApiTags('scoring')
@Controller()
export class ReadingsController {
  constructor(private readonly notes: ReadingNotes) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [ReadingNoteView] })
  @Get('calls/:callId/readings')
  list(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<ReadingNoteView[]> {
    return this.notes.list(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('calls/:callId/readings')
  async attach(@Param('callId') callId: string, @Body() body: ReadingBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.notes.attach(callId, body, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('readings/:id/withdrawal')
  async withdraw(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.notes.withdraw(id, actor);
  }
}
