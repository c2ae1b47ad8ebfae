import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayRead, mayWrite } from '../calls.permissions.js';
import { CallHistoryView, CallPage, OfficerCallView } from '../handlers/officer-call.view.js';
import { CreateCall } from '../handlers/create-call.js';
import { OfficerMovesCall, SupplementCall } from '../handlers/officer-moves.js';
import { ReadCalls } from '../handlers/read-calls.js';
import { SaveRulebook } from '../handlers/save-rulebook.js';
import { CallsQuery, CreateCallBody, MoveCallBody, SaveRulebookBody, SupplementBody } from './calls.body.js';

@ApiTags('calls')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly read: ReadCalls,
    private readonly creating: CreateCall,
    private readonly saving: SaveRulebook,
    private readonly moving: OfficerMovesCall,
    private readonly supplementing: SupplementCall,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: CallPage })
  @Get()
  list(@Query() query: CallsQuery, @CurrentActor() actor: Actor): Promise<CallPage> {
    return this.read.list(actor, query, query);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: OfficerCallView })
  @Post()
  async create(@Body() body: CreateCallBody, @CurrentActor() actor: Actor): Promise<OfficerCallView> {
    const { id } = await this.creating.run(body, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: OfficerCallView })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OfficerCallView> {
    return this.read.one(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: OfficerCallView })
  @Put(':id/rulebook')
  async save(@Param('id') id: string, @Body() body: SaveRulebookBody, @CurrentActor() actor: Actor): Promise<OfficerCallView> {
    await this.saving.run(id, body, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: OfficerCallView })
  @Post(':id/moves')
  async move(@Param('id') id: string, @Body() { move, reason }: MoveCallBody, @CurrentActor() actor: Actor): Promise<OfficerCallView> {
    await this.moving.run(id, move, reason, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: OfficerCallView })
  @Post(':id/supplements')
  async supplement(@Param('id') id: string, @Body() body: SupplementBody, @CurrentActor() actor: Actor): Promise<OfficerCallView> {
    const call = await this.supplementing.run(id, body, actor);
    return this.read.one(call.id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [CallHistoryView] })
  @Get(':id/history')
  history(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CallHistoryView[]> {
    return this.read.history(id, actor);
  }
}
