import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#libs/access';
import { languageOf } from '#libs/http';
import { normalEmail } from '../domain/account.js';
import { AskPasswordReset } from '../handlers/ask-password-reset.js';
import { RegisterAccount } from '../handlers/register-account.js';
import { letterLimits, Throttle } from '../handlers/throttle.js';
import { ChoosePassword, ConfirmAddress } from '../handlers/use-link.js';
import { ChoosePasswordBody, EmailBody, RegisterBody, TokenBody } from './identity.body.js';
import { AcceptedView } from './identity.view.js';

const ACCEPTED: AcceptedView = { accepted: true };

/** What people without a session do to get one. The answers never tell whether an account exists. */
@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly registering: RegisterAccount,
    private readonly confirming: ConfirmAddress,
    private readonly choosing: ChoosePassword,
    private readonly asking: AskPasswordReset,
    private readonly throttle: Throttle,
  ) {}

  @Post('accounts')
  @HttpCode(202)
  @Public('applicants register themselves')
  @ApiAcceptedResponse({ type: AcceptedView })
  async register(@Body() body: RegisterBody, @Req() request: FastifyRequest): Promise<AcceptedView> {
    await this.throttle.count(letterLimits(normalEmail(body.email), request.ip));
    await this.registering.run({ ...body, language: body.language ?? languageOf(request) });
    return ACCEPTED;
  }

  @Post('accounts/confirmation')
  @HttpCode(204)
  @Public('the link of the letter is the proof')
  async confirm(@Body() body: TokenBody): Promise<void> {
    await this.confirming.run(body.token);
  }

  @Post('invitations/acceptance')
  @HttpCode(204)
  @Public('the link of the letter is the proof')
  async accept(@Body() body: ChoosePasswordBody): Promise<void> {
    await this.choosing.run(body.token, body.password, 'invitation');
  }

  @Post('password-resets')
  @HttpCode(202)
  @Public('somebody who has forgotten a password cannot sign in')
  @ApiAcceptedResponse({ type: AcceptedView })
  async askReset(@Body() body: EmailBody, @Req() request: FastifyRequest): Promise<AcceptedView> {
    await this.throttle.count(letterLimits(normalEmail(body.email), request.ip));
    await this.asking.run(body.email);
    return ACCEPTED;
  }

  @Post('password-resets/completion')
  @HttpCode(204)
  @Public('the link of the letter is the proof')
  async reset(@Body() body: ChoosePasswordBody): Promise<void> {
    await this.choosing.run(body.token, body.password, 'password_reset');
  }
}
