import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { any, CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { PayTranche, RequestTranche } from '../handlers/move-tranche.js';
import { ReadFunds, ReadInstruction, STAFF, TrancheDetail, TrancheRow } from '../handlers/read-funds.js';
import { PaymentBody, RefuseBody, RequestBody, TranchesQuery } from './funds.body.js';

const mayRead = any(hasRole(...STAFF), hasRole('applicant'));
const maker = hasRole('finance_maker');
const approver = hasRole('finance_approver');

@ApiTags('funds')
@Controller('tranches')
export class TranchesController {
  constructor(
    private readonly read: ReadFunds,
    private readonly asking: RequestTranche,
    private readonly paying: PayTranche,
    private readonly instruction: ReadInstruction,
  ) {}

  /** Without a status: what waits for finance. */
  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: [TrancheRow] })
  @Get()
  waiting(@Query() query: TranchesQuery, @CurrentActor() actor: Actor): Promise<Page<TrancheRow>> {
    return this.read.waiting(actor, query, query.status);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: TrancheDetail })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    return this.read.one(id, actor);
  }

  @Requires(hasRole('applicant'))
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/request')
  async request(@Param('id') id: string, @Body() body: RequestBody, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.asking.request(id, body.vouchers, actor);
    return this.read.one(id, actor);
  }

  @Requires(maker)
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/preparation')
  async prepare(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.paying.prepare(id, actor);
    return this.read.one(id, actor);
  }

  @Requires(approver)
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/approval')
  async approve(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.paying.approve(id, actor);
    return this.read.one(id, actor);
  }

  @Requires(approver)
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/refusal')
  async refuse(@Param('id') id: string, @Body() body: RefuseBody, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.paying.refuse(id, body.reason, actor);
    return this.read.one(id, actor);
  }

  /** With the full account number; reading it is on record. */
  @Requires(maker)
  @HttpCode(200)
  @Post(':id/instruction')
  instruct(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return this.instruction.run(id, actor);
  }

  @Requires(maker)
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/payment')
  async pay(@Param('id') id: string, @Body() body: PaymentBody, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.paying.pay(id, body, actor);
    return this.read.one(id, actor);
  }

  @Requires(maker)
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/cancellation')
  async cancel(@Param('id') id: string, @Body() body: RefuseBody, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.paying.cancel(id, body.reason, actor);
    return this.read.one(id, actor);
  }

  @Requires(hasRole('applicant'))
  @HttpCode(200)
  @ApiOkResponse({ type: TrancheDetail })
  @Post(':id/acknowledgement')
  async acknowledge(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TrancheDetail> {
    await this.asking.acknowledge(id, actor);
    return this.read.one(id, actor);
  }
}
