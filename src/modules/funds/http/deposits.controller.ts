import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { DepositView } from '../handlers/books.view.js';
import { DecideDeposit, ProposeDeposit } from '../handlers/deposit-money.js';
import { ReadDeposits } from '../handlers/read-deposits.js';
import { STAFF } from '../handlers/read-funds.js';
import { DecideDepositBody, DepositBody } from './funds.body.js';

@ApiTags('funds')
@Controller()
export class DepositsController {
  constructor(
    private readonly read: ReadDeposits,
    private readonly proposing: ProposeDeposit,
    private readonly deciding: DecideDeposit,
  ) {}

  /** What waits for approval in every round in sight. */
  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: [DepositView] })
  @Get('deposits')
  waiting(@CurrentActor() actor: Actor): Promise<DepositView[]> {
    return this.read.waiting(actor);
  }

  @Requires(hasRole('finance_maker'))
  @ApiOkResponse({ type: DepositView })
  @Post('calls/:callId/deposits')
  async deposit(@Param('callId') callId: string, @Body() body: DepositBody, @CurrentActor() actor: Actor): Promise<DepositView> {
    return (await this.read.views([await this.proposing.run(callId, body, actor)], actor))[0]!;
  }

  @Requires(hasRole('finance_approver'))
  @HttpCode(200)
  @ApiOkResponse({ type: DepositView })
  @Post('deposits/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideDepositBody, @CurrentActor() actor: Actor): Promise<DepositView> {
    return (await this.read.views([await this.deciding.run(id, body.move, actor)], actor))[0]!;
  }
}
