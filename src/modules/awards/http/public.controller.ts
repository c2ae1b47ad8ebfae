import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#libs/access';
import { languageOf } from '#libs/http';
import { Throttle } from '#modules/identity';
import { ObjectionAnswerView, ObjectionPageView, PublicNoticeView } from '../handlers/notice.view.js';
import { objectionLimits } from '../handlers/objection-limits.js';
import { ReadNotices } from '../handlers/read-notices.js';
import { ReadObjections } from '../handlers/read-objections.js';
import { ReceiveObjection } from '../handlers/receive-objection.js';
import { ObjectionBody } from './awards.body.js';

@ApiTags('public')
@Controller('public')
export class PublicNoticesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly receiving: ReceiveObjection,
    private readonly objections: ReadObjections,
    private readonly throttle: Throttle,
  ) {}

  /** Newest first; withdrawn ones stay readable. */
  @Public('a notice is for everybody')
  @ApiOkResponse({ type: [PublicNoticeView] })
  @Get('notices')
  list(): Promise<PublicNoticeView[]> {
    return this.notices.newest();
  }

  @Public('a notice is for everybody')
  @ApiOkResponse({ type: [PublicNoticeView] })
  @Get('notices/:callId')
  one(@Param('callId') callId: string): Promise<PublicNoticeView[]> {
    return this.notices.ofCall(callId);
  }

  /** Counted for each address and for each call, before anything is looked at. */
  @Public('anybody may object to a notice')
  @ApiCreatedResponse({ type: ObjectionAnswerView })
  @Post('notices/:callId/objections')
  async object(@Param('callId') callId: string, @Body() body: ObjectionBody, @Req() request: FastifyRequest): Promise<ObjectionAnswerView> {
    await this.throttle.count(objectionLimits(callId, request.ip));
    return this.receiving.run(callId, { ...body, language: languageOf(request) });
  }

  @Public('the reference is known to the objector alone')
  @ApiOkResponse({ type: ObjectionPageView })
  @Get('objections/:reference')
  answer(@Param('reference') reference: string): Promise<ObjectionPageView> {
    return this.objections.byReference(reference);
  }
}
