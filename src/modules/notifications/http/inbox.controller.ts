import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, signedIn, type Actor } from '#libs/access';
import { EmailAddress, ListQuery, OneOf } from '#libs/http';
import { InboxView, KeptMailView, ReadInbox, ReadKeptMail } from '../handlers/read-inbox.js';

export class InboxQuery extends ListQuery {
  @OneOf(['all', 'unread'], { optional: true }) show?: 'all' | 'unread';
}

export class KeptMailQuery {
  @EmailAddress({ optional: true }) to?: string;
}

@ApiTags('notifications')
@Controller()
export class InboxController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly kept: ReadKeptMail,
  ) {}

  @Requires(signedIn)
  @ApiOkResponse({ type: InboxView })
  @Get('inbox')
  list(@Query() query: InboxQuery, @CurrentActor() actor: Actor): Promise<InboxView> {
    return this.inbox.list(actor, query, query.show === 'unread');
  }

  @Requires(signedIn)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('inbox/:id/read')
  read(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.markRead(id, actor);
  }

  @Requires(signedIn)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('inbox/read-all')
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.markAllRead(actor);
  }

  /** Letters that were kept instead of being sent; there is nothing here once a mail server is set. */
  @Requires(hasRole('administrator'))
  @ApiOkResponse({ type: [KeptMailView] })
  @Get('kept-mail')
  keptMail(@Query() { to }: KeptMailQuery): Promise<KeptMailView[]> {
    return this.kept.list(to);
  }
}
