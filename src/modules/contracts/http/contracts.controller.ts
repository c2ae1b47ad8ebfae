import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { any, CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { DayText, Identifier, Text } from '#libs/http';
import { AcceptContract, DeclineContract } from '../handlers/accept-contract.js';
import { ContractTasks } from '../handlers/contract-tasks.js';
import { ContractRecordView, ContractTaskView } from '../handlers/contract.view.js';
import { DrawUpContract } from '../handlers/draw-up-contract.js';
import { ReadContracts } from '../handlers/read-contracts.js';

export class DrawUpBody {
  @DayText() startsOn: string;
  @DayText() endsOn: string;
}

export class AcceptBody {
  @Text({ max: 40 }) partyKey: string;
  @Text({ max: 60, description: '签署人 who signs' }) signatory: string;
  @Identifier({ optional: true, description: '未在平台上的一方须上传签章页 the signed page of a party without an account' }) evidenceId?: string;
}

export class DeclineBody {
  @Text({ min: 2, max: 1000 }) reason: string;
}

const mayRead = any(hasRole('applicant'), hasRole('officer', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'));
const mayAccept = hasRole('applicant', 'officer');

@ApiTags('contracts')
@Controller()
export class ContractsController {
  constructor(
    private readonly read: ReadContracts,
    private readonly drawing: DrawUpContract,
    private readonly accepting: AcceptContract,
    private readonly declining: DeclineContract,
    private readonly tasks: ContractTasks,
  ) {}

  /** What waits for the reader, the earliest last day first. */
  @Requires(mayAccept)
  @ApiOkResponse({ type: [ContractTaskView] })
  @Get('contracts/tasks')
  waiting(@CurrentActor() actor: Actor): Promise<ContractTaskView[]> {
    return this.tasks.of(actor);
  }

  /** The text for reading over before it is issued. */
  @Requires(hasRole('officer'))
  @ApiProduces('application/pdf')
  @Get('projects/:projectId/contracts/preview')
  async preview(@Param('projectId') projectId: string, @Query() term: DrawUpBody, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await reply.header('Content-Type', 'application/pdf').header('Content-Disposition', 'inline').send(await this.drawing.preview(projectId, term, actor));
  }

  @Requires(hasRole('officer'))
  @ApiOkResponse({ type: ContractRecordView })
  @Post('projects/:projectId/contracts')
  async drawUp(@Param('projectId') projectId: string, @Body() body: DrawUpBody, @CurrentActor() actor: Actor): Promise<ContractRecordView> {
    const { id } = await this.drawing.run(projectId, body, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [ContractRecordView] })
  @Get('projects/:projectId/contracts')
  ofProject(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<ContractRecordView[]> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(mayAccept)
  @HttpCode(200)
  @ApiOkResponse({ type: ContractRecordView })
  @Post('contracts/:id/acceptances')
  async accept(@Param('id') id: string, @Body() body: AcceptBody, @CurrentActor() actor: Actor): Promise<ContractRecordView> {
    await this.accepting.run(id, body, actor);
    return this.read.one(id, actor);
  }

  @Requires(hasRole('applicant'))
  @HttpCode(200)
  @ApiOkResponse({ type: ContractRecordView })
  @Post('contracts/:id/decline')
  async decline(@Param('id') id: string, @Body() body: DeclineBody, @CurrentActor() actor: Actor): Promise<ContractRecordView> {
    await this.declining.run(id, body.reason, actor);
    return this.read.one(id, actor);
  }
}
