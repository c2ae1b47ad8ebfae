import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { any, CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { PayTranche, RequestTranche } from '../handlers/move-tranche.js';
import { ReadFunds, STAFF } from '../handlers/read-funds.js';
import { InstructionView, ReadInstruction } from '../handlers/read-instruction.js';
import { TrancheDetail, TranchePage } from '../handlers/tranche.view.js';
import { SHEET_TYPES } from './books.controller.js';
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
  @ApiOkResponse({ type: TranchePage })
  @Get()
  list(@Query() { limit, after, ...filter }: TranchesQuery, @CurrentActor() actor: Actor): Promise<TranchePage> {
    return this.read.list(actor, { limit, after }, filter);
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
  @ApiOkResponse({ type: InstructionView })
  @Post(':id/instruction')
  instruct(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<InstructionView> {
    return this.instruction.run(id, actor);
  }

  /** The same as a sheet. */
  @Requires(maker)
  @HttpCode(200)
  @ApiProduces(SHEET_TYPES.xlsx)
  @Post(':id/instruction-sheet')
  async instructionSheet(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const sheet = await this.instruction.sheet(id, actor);
    await reply.header('Content-Type', SHEET_TYPES.xlsx).header('Content-Disposition', attachmentHeader('付款指令.xlsx')).send(sheet);
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
