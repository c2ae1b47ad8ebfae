import { Body, Controller, Get, Param, Patch, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { mayApply, mayRead } from '../applications.permissions.js';
import { changeAnswers } from '../domain/form/change-answers.js';
import { ApplicationDetail, ReceiptView, SavedView } from '../handlers/application.view.js';
import { PreviewView } from '../handlers/preview-application.js';
import { MoveOwnApplication } from '../handlers/move-own-application.js';
import { ReadApplications } from '../handlers/read-applications.js';
import { SaveDraft } from '../handlers/save-draft.js';
import { StartApplication } from '../handlers/start-application.js';
import { SubmitApplication } from '../handlers/submit-application.js';
import { NotedOpening } from './noted-opening.js';
import { ChangeDraftBody, OwnMoveBody, SaveDraftBody, StartApplicationBody, SubmitBody } from './applications.body.js';

@ApiTags('applications')
@Controller('applications')
export class ApplicantController {
  constructor(
    private readonly read: ReadApplications,
    private readonly starting: StartApplication,
    private readonly saving: SaveDraft,
    private readonly submitting: SubmitApplication,
    private readonly moving: MoveOwnApplication,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post()
  async start(@Body() body: StartApplicationBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    const { id } = await this.starting.run(body, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayRead)
  @UseInterceptors(NotedOpening)
  @ApiOkResponse({ type: ApplicationDetail })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    return this.read.one(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: SavedView })
  @Put(':id/answers')
  async save(@Param('id') id: string, @Body() body: SaveDraftBody, @CurrentActor() actor: Actor): Promise<SavedView> {
    return SavedView.of(await this.saving.run(id, body.version, () => body.answers, actor));
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: SavedView })
  @Patch(':id/answers')
  async change(@Param('id') id: string, @Body() body: ChangeDraftBody, @CurrentActor() actor: Actor): Promise<SavedView> {
    return SavedView.of(await this.saving.run(id, body.version, (before) => changeAnswers(before, body.changes), actor));
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: PreviewView, description: '预览：提交时须写明其版本 a submission names its hash' })
  @Get(':id/preview')
  preview(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<PreviewView> {
    return this.submitting.preview(id, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: ReceiptView })
  @Post(':id/submission')
  submit(@Param('id') id: string, @Body() body: SubmitBody, @CurrentActor() actor: Actor): Promise<ReceiptView> {
    return this.submitting.run(id, body, actor);
  }

  @Requires(mayApply)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post(':id/own-moves')
  async move(@Param('id') id: string, @Body() body: OwnMoveBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.moving.run(id, body.move, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [ReceiptView] })
  @Get(':id/receipts')
  receipts(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ReceiptView[]> {
    return this.read.receipts(id, actor);
  }
}

@ApiTags('public')
@Controller('public/receipts')
export class ReceiptsController {
  constructor(private readonly read: ReadApplications) {}

  @Public('Whoever holds a receipt may check that it is genuine; it names nobody')
  @ApiOkResponse({ type: ReceiptView })
  @Get(':hash')
  verify(@Param('hash') hash: string): Promise<ReceiptView> {
    return this.read.receipt(hash);
  }
}
