import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { mayApply, mayRead, mayScreen } from '../applications.permissions.js';
import { DecideAppeal, LodgeAppeal } from '../handlers/appeal-refusal.js';
import { AnswerSupplement, AskSupplement } from '../handlers/ask-supplement.js';
import { DialogueView } from '../handlers/dialogue.view.js';
import { ReadDialogue } from '../handlers/read-dialogue.js';
import { AppealBody, AppealDecisionBody, SupplementAnswerBody, AskSupplementBody } from './dialogue.body.js';

@ApiTags('screening')
@Controller('applications/:id')
export class SupplementsController {
  constructor(
    private readonly read: ReadDialogue,
    private readonly asking: AskSupplement,
    private readonly answering: AnswerSupplement,
  ) {}

  /** Supplements, the refusal with its grounds, appeals, and the clock of the screening. */
  @Requires(mayRead)
  @ApiOkResponse({ type: DialogueView })
  @Get('dialogue')
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DialogueView> {
    return this.read.run(id, actor);
  }

  @Requires(mayScreen)
  @ApiOkResponse({ type: DialogueView })
  @Post('supplements')
  async ask(@Param('id') id: string, @Body() body: AskSupplementBody, @CurrentActor() actor: Actor): Promise<DialogueView> {
    await this.asking.run(id, body, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayScreen)
  @HttpCode(200)
  @ApiOkResponse({ type: DialogueView })
  @Post('supplements/:supplementId/withdrawal')
  async withdraw(@Param('id') id: string, @Param('supplementId') supplementId: string, @CurrentActor() actor: Actor): Promise<DialogueView> {
    await this.asking.withdraw(id, supplementId, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayApply)
  @HttpCode(200)
  @ApiOkResponse({ type: DialogueView })
  @Post('supplements/:supplementId/answer')
  async answer(@Param('id') id: string, @Param('supplementId') supplementId: string, @Body() body: SupplementAnswerBody, @CurrentActor() actor: Actor): Promise<DialogueView> {
    await this.answering.run(id, supplementId, body, actor);
    return this.read.run(id, actor);
  }
}

@ApiTags('screening')
@Controller('applications/:id/appeals')
export class AppealsController {
  constructor(
    private readonly read: ReadDialogue,
    private readonly lodging: LodgeAppeal,
    private readonly deciding: DecideAppeal,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: DialogueView })
  @Post()
  async lodge(@Param('id') id: string, @Body() body: AppealBody, @CurrentActor() actor: Actor): Promise<DialogueView> {
    await this.lodging.run(id, body, actor);
    return this.read.run(id, actor);
  }

  @Requires(hasRole('officer'))
  @HttpCode(200)
  @ApiOkResponse({ type: DialogueView })
  @Post(':appealId/decision')
  async decide(@Param('id') id: string, @Param('appealId') appealId: string, @Body() body: AppealDecisionBody, @CurrentActor() actor: Actor): Promise<DialogueView> {
    await this.deciding.run(id, appealId, body, actor);
    return this.read.run(id, actor);
  }
}
