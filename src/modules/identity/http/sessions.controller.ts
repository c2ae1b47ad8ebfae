import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires, signedIn } from '#libs/access';
import { WallClock } from '#libs/clock';
import { isId } from '#libs/database';
import { EndSession } from '../handlers/end-session.js';
import type { CurrentSession } from '../handlers/read-session.js';
import { sessionAbsent } from '../identity.errors.js';
import { SessionStore } from '../store/session.store.js';
import { OpenSessionView } from './identity.view.js';
import { Signed } from './session.guard.js';

@ApiTags('session')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionStore,
    private readonly ending: EndSession,
    private readonly wall: WallClock,
  ) {}

  @Get()
  @Requires(signedIn)
  @ApiOkResponse({ type: [OpenSessionView] })
  async list(@Signed() session: CurrentSession): Promise<OpenSessionView[]> {
    const open = await this.sessions.open(session.actor.accountId, this.wall.now());
    return open.map((one) => OpenSessionView.of(one, session.id));
  }

  /** Ends every session but this one. */
  @Delete()
  @HttpCode(204)
  @Requires(signedIn)
  async endOthers(@Signed() session: CurrentSession): Promise<void> {
    await this.ending.others(session);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(signedIn)
  async end(@Param('id') id: string, @Signed() session: CurrentSession): Promise<void> {
    if (!isId(id)) throw sessionAbsent();
    await this.ending.run(session, id);
  }
}
