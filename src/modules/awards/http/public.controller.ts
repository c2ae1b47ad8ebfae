import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/access';
import { noSuchNotice } from '../awards.errors.js';
import { NoticeView, ObjectionAnswerView } from '../handlers/notice.view.js';
import { ReadObjections } from '../handlers/read-objections.js';
import { ReceiveObjection } from '../handlers/receive-objection.js';
import { NoticeStore } from '../store/notice.store.js';
import { ObjectionBody } from './awards.body.js';

@ApiTags('public')
@Controller('public')
export class PublicNoticesController {
  constructor(
    private readonly notices: NoticeStore,
    private readonly receiving: ReceiveObjection,
    private readonly objections: ReadObjections,
  ) {}

  @Public('a notice is for everybody')
  @ApiOkResponse({ type: [NoticeView] })
  @Get('notices')
  async list(): Promise<NoticeView[]> {
    return (await this.notices.newest()).map((notice) => NoticeView.of(notice));
  }

  /** Newest first; withdrawn ones stay readable. */
  @Public('a notice is for everybody')
  @ApiOkResponse({ type: [NoticeView] })
  @Get('notices/:callId')
  async one(@Param('callId') callId: string): Promise<NoticeView[]> {
    const found = await this.notices.ofCall(callId);
    if (found.length === 0) throw noSuchNotice();
    return found.map((notice) => NoticeView.of(notice));
  }

  @Public('anybody may object to a notice')
  @ApiOkResponse({ type: ObjectionAnswerView })
  @Post('notices/:callId/objections')
  object(@Param('callId') callId: string, @Body() body: ObjectionBody): Promise<ObjectionAnswerView> {
    return this.receiving.run(callId, body);
  }

  @Public('the reference is known to the objector alone')
  @ApiOkResponse({ type: ObjectionAnswerView })
  @Get('objections/:reference')
  answer(@Param('reference') reference: string): Promise<ObjectionAnswerView> {
    return this.objections.byReference(reference);
  }
}
