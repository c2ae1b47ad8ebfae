import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { NeverReplayed } from '#libs/http';
import { mayApply, mayRead } from '../applications.permissions.js';
import { AnswerAsSite } from '../handlers/answer-as-site.js';
import { AskSite } from '../handlers/ask-site.js';
import { ReadSites } from '../handlers/read-sites.js';
import { SiteAskedView, SiteLinkView, SitesView } from '../handlers/site.view.js';
import { AskSiteBody, SiteAnswerBody } from './sites.body.js';

/** The places where a project is to be carried out, asked over links. */
@ApiTags('applications')
@Controller('applications/:id/sites')
export class SitesController {
  constructor(
    private readonly reading: ReadSites,
    private readonly asking: AskSite,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: SitesView })
  @Get()
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<SitesView> {
    return this.reading.run(id, actor);
  }

  @Requires(mayApply)
  @NeverReplayed()
  @ApiOkResponse({ type: SiteLinkView, description: '链接只给出这一次 the link is told this once' })
  @HttpCode(200)
  @Post()
  ask(@Param('id') id: string, @Body() body: AskSiteBody, @CurrentActor() actor: Actor): Promise<SiteLinkView> {
    return this.asking.ask(id, body, actor);
  }

  @Requires(mayApply)
  @NeverReplayed()
  @ApiOkResponse({ type: SiteLinkView, description: '原链接失效 the link before opens nothing any more' })
  @HttpCode(200)
  @Post(':siteId/link')
  anew(@Param('id') id: string, @Param('siteId') siteId: string, @CurrentActor() actor: Actor): Promise<SiteLinkView> {
    return this.asking.anew(id, siteId, actor);
  }

  @Requires(mayApply)
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':siteId')
  withdraw(@Param('id') id: string, @Param('siteId') siteId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.asking.withdraw(id, siteId, actor);
  }
}

const WHY = 'Whoever holds the link speaks for a site that has no account; the link is the right';
/** In a header, for an address is written into logs. */
const TOKEN = 'x-site-token';

@ApiTags('public')
@ApiHeader({ name: TOKEN, required: true, description: '链接中的凭据 the token of the link' })
@Controller('public/site-confirmation')
export class SiteConfirmationController {
  constructor(private readonly answering: AnswerAsSite) {}

  @Public(WHY)
  @ApiOkResponse({ type: SiteAskedView })
  @Get()
  read(@Headers(TOKEN) token: string | undefined): Promise<SiteAskedView> {
    return this.answering.read(token);
  }

  @Public(WHY)
  @NeverReplayed()
  @ApiOkResponse({ type: SiteAskedView })
  @HttpCode(200)
  @Post()
  answer(@Headers(TOKEN) token: string | undefined, @Body() body: SiteAnswerBody): Promise<SiteAskedView> {
    return this.answering.run(token, body);
  }
}
