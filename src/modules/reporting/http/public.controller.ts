import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/access';
import { ListQuery } from '#libs/http';
import { FundedRoundPage, FundedRoundView, PlatformTotalsView, VerificationView } from '../handlers/portal.view.js';
import { ReadPortal } from '../handlers/read-portal.js';
import { VerifyHash } from '../handlers/verify-hash.js';

@ApiTags('public')
@Controller('public')
export class PortalController {
  constructor(
    private readonly portal: ReadPortal,
    private readonly verifying: VerifyHash,
  ) {}

  /** What past and present programmes funded, the most recently announced first. */
  @Public('What was funded is public money; only what a standing notice names')
  @ApiOkResponse({ type: FundedRoundPage })
  @Get('programmes')
  programmes(@Query() query: ListQuery): Promise<FundedRoundPage> {
    return this.portal.rounds(query);
  }

  @Public('What was funded is public money; only what a standing notice names')
  @ApiOkResponse({ type: FundedRoundView })
  @Get('programmes/:callId')
  programme(@Param('callId') callId: string): Promise<FundedRoundView> {
    return this.portal.round(callId);
  }

  @Public('Totals of what has been announced')
  @ApiOkResponse({ type: PlatformTotalsView })
  @Get('statistics')
  statistics(): Promise<PlatformTotalsView> {
    return this.portal.totals();
  }

  @Public('Whoever holds a document may check that it is genuine; the answer names no person, organisation or amount')
  @ApiOkResponse({ type: VerificationView })
  @Get('verifications/:hash')
  verify(@Param('hash') hash: string): Promise<VerificationView> {
    return this.verifying.run(hash);
  }
}
