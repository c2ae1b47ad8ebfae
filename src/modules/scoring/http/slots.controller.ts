import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { NeverReplayed } from '#libs/http';
import { DeclareInSlot, KeepSlotSheet } from '../handlers/keep-slot-sheet.js';
import { KnockAtSlot } from '../handlers/hold-slot.js';
import { GiveSlotCode, RevokeSlot } from '../handlers/give-slot-code.js';
import { OpenSlots, ReadSlots } from '../handlers/open-slots.js';
import { ReadSlot } from '../handlers/read-slot.js';
import { BlocSlotsView, OpenedSlotView, SlotCodeView, SlotJudgingView } from '../handlers/slot.view.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { sendJudgedFile } from './send-judged-file.js';
import { OpenSlotsBody, RevokeSlotBody, SlotSheetBody, SlotVerdictBody } from './slots.body.js';

/** Staff open slots for anonymous reviews and take links back. */
@ApiTags('scoring')
@Controller('calls/:callId')
export class SlotsController {
  constructor(
    private readonly reading: ReadSlots,
    private readonly opening: OpenSlots,
    private readonly revoking: RevokeSlot,
    private readonly coding: GiveSlotCode,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: BlocSlotsView })
  @Get('panels/:stageKey/:blocKey/slots')
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @CurrentActor() actor: Actor): Promise<BlocSlotsView> {
    return this.reading.run({ callId, stageKey, blocKey }, actor);
  }

  @Requires(mayRunScoring)
  @NeverReplayed()
  @ApiOkResponse({ type: [OpenedSlotView] })
  @HttpCode(200)
  @Post('panels/:stageKey/:blocKey/slots')
  open(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: OpenSlotsBody, @CurrentActor() actor: Actor): Promise<OpenedSlotView[]> {
    return this.opening.run({ callId, stageKey, blocKey }, { ...body, until: new Date(body.until) }, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('slots/:slotId/revocation')
  async revoke(@Param('callId') callId: string, @Param('slotId') slotId: string, @Body() body: RevokeSlotBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.revoking.run(callId, slotId, body.reason, actor);
  }

  /** By somebody other than who opened it: the link and the code never come from one hand. */
  @Requires(mayRunScoring)
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: SlotCodeView })
  @Post('slots/:slotId/code')
  async code(@Param('callId') callId: string, @Param('slotId') slotId: string, @CurrentActor() actor: Actor): Promise<SlotCodeView> {
    return { code: await this.coding.run(callId, slotId, actor) };
  }
}

const WHY = 'Whoever holds the link reviews without an account; the link is the right, and nothing else is kept';
/** In a header, for an address is written into logs. */
const TOKEN = 'x-review-token';
const CODE = 'x-review-code';

/** What the reviewer shows at the door. */
type Knock = Readonly<Partial<Record<typeof TOKEN | typeof CODE, string>>>;

/** One application and one sheet for whoever holds a link and its code. Nobody who is signed in is looked at, and no key is kept that would name her. */
@ApiTags('judging')
@ApiHeader({ name: TOKEN, required: true, description: '链接中的凭据 the token of the link' })
@ApiHeader({ name: CODE, required: false, description: '另行发放的评审码 the code that came another way' })
@Controller('anonymous-review')
export class AnonymousReviewController {
  constructor(
    private readonly knocking: KnockAtSlot,
    private readonly reading: ReadSlot,
    private readonly declaring: DeclareInSlot,
    private readonly keeping: KeepSlotSheet,
  ) {}

  @Public(WHY)
  @ApiOkResponse({ type: SlotJudgingView })
  @Get()
  async sheet(@Headers() knock: Knock): Promise<SlotJudgingView> {
    return this.reading.run(await this.knocking.run(knock[TOKEN], knock[CODE]));
  }

  @Public(WHY)
  @ApiProduces('application/octet-stream')
  @Get('files/:documentId')
  async file(@Headers() knock: Knock, @Param('documentId') documentId: string, @Res() reply: FastifyReply): Promise<void> {
    await sendJudgedFile(reply, await this.reading.file(await this.knocking.run(knock[TOKEN], knock[CODE]), documentId));
  }

  @Public(WHY)
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: SlotJudgingView })
  @Post('declaration')
  async declare(@Headers() knock: Knock, @Body() body: SlotVerdictBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(knock[TOKEN], knock[CODE]);
    await this.declaring.run(id, body.verdict);
    return this.reading.run(id);
  }

  @Public(WHY)
  @NeverReplayed()
  @ApiOkResponse({ type: SlotJudgingView })
  @Put()
  async save(@Headers() knock: Knock, @Body() body: SlotSheetBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(knock[TOKEN], knock[CODE]);
    await this.keeping.save(id, body);
    return this.reading.run(id);
  }

  @Public(WHY)
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: SlotJudgingView })
  @Post('submission')
  async submit(@Headers() knock: Knock, @Body() body: SlotSheetBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(knock[TOKEN], knock[CODE]);
    await this.keeping.submit(id, body);
    return this.reading.run(id);
  }
}
