import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { KeepRecord } from '../handlers/keep-record.js';
import { MergeOrganisations, MergePreviewView } from '../handlers/merge-organisations.js';
import { OrganisationRecordView, ReadRecord } from '../handlers/read-record.js';
import { SimilarNames, SimilarNameView } from '../handlers/similar-names.js';
import { mayCare, mayFound, mayKeepRecord, STAFF } from '../organisations.permissions.js';
import { IssueBody, LookupBody, MergeBody, ReasonBody } from './organisation.body.js';
import { MergeQuery, SimilarNameQuery } from './organisations.query.js';

@ApiTags('organisations')
@Controller()
export class OrganisationRecordController {
  constructor(
    private readonly read: ReadRecord,
    private readonly keeping: KeepRecord,
    private readonly merging: MergeOrganisations,
    private readonly similar: SimilarNames,
  ) {}

  /** Asked while somebody enters an organisation, so that it is not entered twice. */
  @Requires(mayFound)
  @ApiOkResponse({ type: [SimilarNameView] })
  @Get('organisation-names')
  names(@Query() { name }: SimilarNameQuery): Promise<SimilarNameView[]> {
    return this.similar.run(name);
  }

  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: OrganisationRecordView })
  @Get('organisations/:id/record')
  record(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OrganisationRecordView> {
    return this.read.run(id, actor);
  }

  @Requires(mayKeepRecord)
  @ApiOkResponse({ type: OrganisationRecordView })
  @Post('organisations/:id/lookups')
  async lookUp(@Param('id') id: string, @Body() { entries, ...body }: LookupBody, @CurrentActor() actor: Actor): Promise<OrganisationRecordView> {
    await this.keeping.lookUp(id, { ...body, entries: entries.map(({ fromDay, untilDay = null, what }) => ({ fromDay, untilDay, what })) }, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayKeepRecord)
  @ApiOkResponse({ type: OrganisationRecordView })
  @Post('organisations/:id/issues')
  async raise(@Param('id') id: string, @Body() body: IssueBody, @CurrentActor() actor: Actor): Promise<OrganisationRecordView> {
    await this.keeping.raise(id, body, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayKeepRecord)
  @HttpCode(200)
  @ApiOkResponse({ type: OrganisationRecordView })
  @Post('organisations/:id/issues/:issueId/resolution')
  async resolve(@Param('id') id: string, @Param('issueId') issueId: string, @Body() { reason }: ReasonBody, @CurrentActor() actor: Actor): Promise<OrganisationRecordView> {
    await this.keeping.resolve(id, issueId, reason, actor);
    return this.read.run(id, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: MergePreviewView })
  @Get('organisations/:id/merge')
  previewMerge(@Param('id') id: string, @Query() { intoId }: MergeQuery, @CurrentActor() actor: Actor): Promise<MergePreviewView> {
    return this.merging.preview(id, intoId, actor);
  }

  @Requires(mayCare)
  @HttpCode(200)
  @ApiOkResponse({ type: OrganisationRecordView })
  @Post('organisations/:id/merge')
  async merge(@Param('id') id: string, @Body() { intoId, reason }: MergeBody, @CurrentActor() actor: Actor): Promise<OrganisationRecordView> {
    await this.merging.run(id, intoId, reason, actor);
    return this.read.run(intoId, actor);
  }
}
