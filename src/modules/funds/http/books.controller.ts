import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { any, CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { ListQuery } from '#libs/http';
import type { StatementLine } from '#libs/ledger';
import { DecideDeposit, ProposeDeposit } from '../handlers/deposit-money.js';
import { DepositView, ReadBooks, ReadFunds, RoundMoneyView, STAFF, type TrancheRow } from '../handlers/read-funds.js';
import { SettleProject, type ProjectMoney } from '../handlers/settle-project.js';
import { DecideDepositBody, DepositBody, ReturnBody } from './funds.body.js';

@ApiTags('funds')
@Controller()
export class BooksController {
  constructor(
    private readonly books: ReadBooks,
    private readonly proposing: ProposeDeposit,
    private readonly deciding: DecideDeposit,
  ) {}

  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: RoundMoneyView })
  @Get('calls/:callId/funds')
  round(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<RoundMoneyView> {
    return this.books.round(callId, actor);
  }

  /** Every line of the round's accounts, oldest first. */
  @Requires(hasRole(...STAFF))
  @Get('calls/:callId/statement')
  statement(@Param('callId') callId: string, @Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<Page<StatementLine>> {
    return this.books.statement(callId, query, actor);
  }

  @Requires(hasRole('finance_maker'))
  @ApiOkResponse({ type: DepositView })
  @Post('calls/:callId/deposits')
  async deposit(@Param('callId') callId: string, @Body() body: DepositBody, @CurrentActor() actor: Actor): Promise<DepositView> {
    return DepositView.of(await this.proposing.run(callId, body, actor));
  }

  @Requires(hasRole('finance_approver'))
  @HttpCode(200)
  @ApiOkResponse({ type: DepositView })
  @Post('deposits/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideDepositBody, @CurrentActor() actor: Actor): Promise<DepositView> {
    return DepositView.of(await this.deciding.run(id, body.move, actor));
  }
}

@ApiTags('funds')
@Controller('projects/:projectId')
export class ProjectMoneyController {
  constructor(
    private readonly read: ReadFunds,
    private readonly settling: SettleProject,
  ) {}

  @Requires(any(hasRole(...STAFF), hasRole('applicant')))
  @Get('funds')
  money(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<{ tranches: TrancheRow[]; money: ProjectMoney }> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(hasRole('finance_maker'))
  @Post('returns')
  takeBack(@Param('projectId') projectId: string, @Body() body: ReturnBody, @CurrentActor() actor: Actor): Promise<ProjectMoney> {
    return this.settling.takeBack(projectId, body, actor);
  }

  @Requires(hasRole('finance_approver'))
  @HttpCode(200)
  @Post('settlement')
  settle(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<ProjectMoney> {
    return this.settling.settle(projectId, actor);
  }
}
