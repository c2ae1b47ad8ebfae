import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { NeverReplayed } from '#libs/http';
import { DeclareInSlot, KeepSlotSheet } from '../handlers/keep-slot-sheet.js';
import { KnockAtSlot } from '../handlers/hold-slot.js';
import { OpenSlots, ReadSlots, RevokeSlot } from '../handlers/open-slots.js';
import { ReadSlot } from '../handlers/read-slot.js';
import { BlocSlotsView, OpenedSlotView, SlotJudgingView } from '../handlers/slot.view.js';
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
}

const WHY = 'Whoever holds the link reviews without an account; the link is the right, and nothing else is kept';
/** In a header, for an address is written into logs. */
const TOKEN = 'x-review-token';

/** One application and one sheet for whoever holds a link. Nobody who is signed in is looked at, and no key is kept that would name her. */
@ApiTags('judging')
@ApiHeader({ name: TOKEN, required: true, description: '链接中的凭据 the token of the link' })
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
  async sheet(@Headers(TOKEN) token: string | undefined): Promise<SlotJudgingView> {
    return this.reading.run(await this.knocking.run(token));
  }

  @Public(WHY)
  @ApiProduces('application/octet-stream')
  @Get('files/:documentId')
  async file(@Headers(TOKEN) token: string | undefined, @Param('documentId') documentId: string, @Res() reply: FastifyReply): Promise<void> {
    await sendJudgedFile(reply, await this.reading.file(await this.knocking.run(token), documentId));
  }

  @Public(WHY)
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: SlotJudgingView })
  @Post('declaration')
  async declare(@Headers(TOKEN) token: string | undefined, @Body() body: SlotVerdictBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(token);
    await this.declaring.run(id, body.verdict);
    return this.reading.run(id);
  }

  @Public(WHY)
  @NeverReplayed()
  @ApiOkResponse({ type: SlotJudgingView })
  @Put()
  async save(@Headers(TOKEN) token: string | undefined, @Body() body: SlotSheetBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(token);
    await this.keeping.save(id, body);
    return this.reading.run(id);
  }

  @Public(WHY)
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ type: SlotJudgingView })
  @Post('submission')
  async submit(@Headers(TOKEN) token: string | undefined, @Body() body: SlotSheetBody): Promise<SlotJudgingView> {
    const id = await this.knocking.run(token);
    await this.keeping.submit(id, body);
    return this.reading.run(id);
  }
}
