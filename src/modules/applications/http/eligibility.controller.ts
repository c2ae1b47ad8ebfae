import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier } from '#libs/http';
import { mayApply } from '../applications.permissions.js';
import { CheckEligibility } from '../handlers/check-eligibility.js';
import { SelfCheckView } from '../handlers/eligibility.view.js';

export class SelfCheckQuery {
  @Identifier() organisationId: string;
}

@ApiTags('applications')
@Controller('calls/:id')
export class EligibilityController {
  constructor(private readonly check: CheckEligibility) {}

  /** Asked before the form: may this organisation apply in this call, and why not. */
  @Requires(mayApply)
  @ApiOkResponse({ type: SelfCheckView })
  @Get('self-check')
  selfCheck(@Param('id') id: string, @Query() { organisationId }: SelfCheckQuery, @CurrentActor() actor: Actor): Promise<SelfCheckView> {
    return this.check.run(id, organisationId, actor);
  }
}
