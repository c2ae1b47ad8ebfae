import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ListQuery } from '#libs/http';
import { RoundPage } from '../handlers/figures.view.js';
import { FilesToReleaseView, ReadFilesToRelease } from '../handlers/read-files-to-release.js';
import { ReadStatistics } from '../handlers/read-statistics.js';
import { RoundStatisticsView } from '../handlers/statistics.view.js';
import { ReadTrackRecord, TrackRecordView } from '../handlers/read-track-record.js';
import { mayLetFilesThrough, mayRead, mayReadTrack } from '../reporting.permissions.js';

@ApiTags('reporting')
@Controller()
export class StatisticsController {
  constructor(
    private readonly read: ReadStatistics,
    private readonly past: ReadTrackRecord,
    private readonly files: ReadFilesToRelease,
  ) {}

  /** One row for each round at the reader's places, the most recently published first. */
  @Requires(mayRead)
  @ApiOkResponse({ type: RoundPage })
  @Get('statistics')
  overview(@Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<RoundPage> {
    return this.read.overview(actor, query);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: RoundStatisticsView })
  @Get('calls/:id/statistics')
  round(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RoundStatisticsView> {
    return this.read.round(id, actor);
  }

  /** Earlier applications, grants, evaluations and issues of one organisation. */
  @Requires(mayReadTrack)
  @ApiOkResponse({ type: TrackRecordView })
  @Get('organisations/:id/track-record')
  trackRecord(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TrackRecordView> {
    return this.past.run(id, actor);
  }

  /** Files of reports, contracts, tranches and organisations that nobody could scan and that wait to be let through. */
  @Requires(mayLetFilesThrough)
  @ApiOkResponse({ type: [FilesToReleaseView] })
  @Get('files-to-release')
  filesToRelease(@CurrentActor() actor: Actor): Promise<FilesToReleaseView[]> {
    return this.files.run(actor);
  }
}
