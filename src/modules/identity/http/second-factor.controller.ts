import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, signedIn } from '#libs/access';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { NeverReplayed } from '#libs/http';
import { ConfirmEnrolment } from '../handlers/confirm-enrolment.js';
import { BeginEnrolment, RenewRecoveryCodes } from '../handlers/enrol-factor.js';
import { ReadSession, type CurrentSession } from '../handlers/read-session.js';
import { sessionAbsent } from '../identity.errors.js';
import { CodeBody } from './identity.body.js';
import { EnrolledView, EnrolmentView, RecoveryCodesView, SessionView } from './identity.view.js';
import { writeCookie } from './session-cookie.js';
import { BeforeSecondFactor, Signed } from './session.guard.js';

@ApiTags('second factor')
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly begin: BeginEnrolment,
    private readonly confirm: ConfirmEnrolment,
    private readonly renew: RenewRecoveryCodes,
    private readonly sessions: ReadSession,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Post()
  @Requires(signedIn)
  @NeverReplayed()
  @BeforeSecondFactor()
  @ApiCreatedResponse({ type: EnrolmentView })
  start(@Signed() session: CurrentSession): Promise<EnrolmentView> {
    return this.begin.run(session);
  }

  @Post('confirmation')
  @Requires(signedIn)
  @NeverReplayed()
  @BeforeSecondFactor()
  @ApiCreatedResponse({ type: EnrolledView })
  async finish(@Body() body: CodeBody, @Signed() session: CurrentSession, @Res({ passthrough: true }) reply: FastifyReply): Promise<EnrolledView> {
    const { secret, recoveryCodes } = await this.confirm.run(session, body.code);
    const renewed = await this.sessions.run(secret);
    if (!renewed) throw sessionAbsent();
    writeCookie(reply, secret, this.config.secureCookies);
    return Object.assign(new EnrolledView(), SessionView.of(renewed), { recoveryCodes });
  }

  @Post('recovery-codes')
  @Requires(signedIn)
  @NeverReplayed()
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async recoveryCodes(@Signed() session: CurrentSession): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.renew.run(session) };
  }
}
