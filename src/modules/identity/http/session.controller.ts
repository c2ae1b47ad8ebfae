import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, Requires, signedIn } from '#libs/access';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { NeverReplayed } from '#libs/http';
import { PresentFactor } from '../handlers/present-factor.js';
import { SignIn } from '../handlers/sign-in.js';
import { OwnAccount } from '../handlers/own-account.js';
import { ReadSession, type CurrentSession } from '../handlers/read-session.js';
import { sessionAbsent } from '../identity.errors.js';
import { ChangePasswordBody, CodeBody, LanguageBody, SignInBody } from './identity.body.js';
import { SessionView } from './identity.view.js';
import { clearCookie, originOf, writeCookie } from './session-cookie.js';
import { BeforeSecondFactor, Signed } from './session.guard.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly factor: PresentFactor,
    private readonly own: OwnAccount,
    private readonly sessions: ReadSession,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @Requires(signedIn)
  @BeforeSecondFactor()
  @ApiOkResponse({ type: SessionView })
  show(@Signed() session: CurrentSession): SessionView {
    return SessionView.of(session);
  }

  @Post()
  @Public('signing in is how one becomes known')
  @ApiCreatedResponse({ type: SessionView })
  async create(@Body() body: SignInBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.answer(await this.signIn.run(body, originOf(request)), reply);
  }

  @Post('second-factor')
  @Requires(signedIn)
  @NeverReplayed()
  @BeforeSecondFactor()
  @ApiCreatedResponse({ type: SessionView })
  async secondFactor(@Body() body: CodeBody, @Signed() session: CurrentSession, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.answer(await this.factor.run(session, body.code), reply);
  }

  @Patch('language')
  @Requires(signedIn)
  @ApiOkResponse({ type: SessionView })
  async language(@Body() body: LanguageBody, @Signed() session: CurrentSession): Promise<SessionView> {
    await this.own.language.run(session, body.language);
    const view = SessionView.of(session);
    view.account.language = body.language;
    return view;
  }

  @Put('password')
  @HttpCode(204)
  @Requires(signedIn)
  async password(@Body() body: ChangePasswordBody, @Signed() session: CurrentSession): Promise<void> {
    await this.own.password.run(session, body);
  }

  @Delete()
  @HttpCode(204)
  @Requires(signedIn)
  @BeforeSecondFactor()
  async end(@Signed() session: CurrentSession, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.own.ending.run(session, session.id);
    clearCookie(reply, this.config.secureCookies);
  }

  private async answer(secret: string, reply: FastifyReply): Promise<SessionView> {
    const session = await this.sessions.run(secret);
    if (!session) throw sessionAbsent();
    writeCookie(reply, secret, this.config.secureCookies);
    return SessionView.of(session);
  }
}
