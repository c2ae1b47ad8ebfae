import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, signedIn, type Actor } from '#libs/access';
import { Throttle } from '#modules/identity';
import { mayRead, mayWrite } from '../calls.permissions.js';
import { AdmissionView, AdmittedView } from '../handlers/admission.view.js';
import { ArrangeAdmission, RedeemCode } from '../handlers/arrange-admission.js';
import { CallAlertView, KeepAlerts } from '../handlers/keep-alerts.js';
import { CallAdmissionBody, CallAlertBody, InviteOrganisationsBody, RedeemCodeBody } from './published-call.body.js';

/** Who may apply in a call by invitation. */
@ApiTags('calls')
@Controller('calls/:id')
export class AdmissionController {
  constructor(
    private readonly admission: ArrangeAdmission,
    private readonly redeeming: RedeemCode,
    private readonly throttle: Throttle,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: AdmissionView })
  @Get('admission')
  read(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AdmissionView> {
    return this.admission.read(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: AdmissionView })
  @Put('admission')
  async set(@Param('id') id: string, @Body() body: CallAdmissionBody, @CurrentActor() actor: Actor): Promise<AdmissionView> {
    await this.admission.set(id, body, actor);
    return this.admission.read(id, actor);
  }

  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: AdmissionView })
  @Post('invitations')
  async invite(@Param('id') id: string, @Body() { organisationIds }: InviteOrganisationsBody, @CurrentActor() actor: Actor): Promise<AdmissionView> {
    await this.admission.invite(id, organisationIds, actor);
    return this.admission.read(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: AdmissionView })
  @Delete('invitations/:organisationId')
  async uninvite(@Param('id') id: string, @Param('organisationId') organisationId: string, @CurrentActor() actor: Actor): Promise<AdmissionView> {
    await this.admission.uninvite(id, organisationId, actor);
    return this.admission.read(id, actor);
  }

  /** Guesses are counted for each person and each call. */
  @Requires(hasRole('applicant'))
  @HttpCode(200)
  @ApiOkResponse({ type: AdmittedView })
  @Post('admittance')
  async redeem(@Param('id') id: string, @Body() body: RedeemCodeBody, @CurrentActor() actor: Actor): Promise<AdmittedView> {
    await this.throttle.count([{ key: `code ${id} ${actor.accountId}`, most: 8 }, { key: `codes ${id}`, most: 200 }]);
    await this.redeeming.run(id, body, actor);
    return { callId: id, organisationId: body.organisationId };
  }
}

/** Kept searches of the reader's own. */
@ApiTags('calls')
@Controller('own/call-alerts')
export class CallAlertsController {
  constructor(private readonly alerts: KeepAlerts) {}

  @Requires(signedIn)
  @ApiOkResponse({ type: [CallAlertView] })
  @Get()
  list(@CurrentActor() actor: Actor): Promise<CallAlertView[]> {
    return this.alerts.read(actor);
  }

  @Requires(signedIn)
  @HttpCode(200)
  @ApiOkResponse({ type: [CallAlertView] })
  @Post()
  async keep(@Body() body: CallAlertBody, @CurrentActor() actor: Actor): Promise<CallAlertView[]> {
    await this.alerts.keep(body, actor);
    return this.alerts.read(actor);
  }

  @Requires(signedIn)
  @ApiOkResponse({ type: [CallAlertView] })
  @Delete(':id')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CallAlertView[]> {
    await this.alerts.end(id, actor);
    return this.alerts.read(actor);
  }
}
