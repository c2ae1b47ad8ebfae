import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { AwardsModule } from '#modules/awards';
import { CallsModule } from '#modules/calls';
import { ContractsModule } from '#modules/contracts';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { MilestonesModule } from '#modules/milestones';
import { OrganisationsModule } from '#modules/organisations';
import { ProjectsModule } from '#modules/projects';
import { ScoringModule } from '#modules/scoring';
import { Report } from './domain/report.js';
import { AskReport, OrderReport } from './handlers/ask-report.js';
import { CountRounds } from './handlers/count-rounds.js';
import { FinishReport, RecordReport } from './handlers/finish-report.js';
import { GatherRound, GatheringDesk } from './handlers/gather-round.js';
import { PrintRound } from './handlers/print-round.js';
import { ReadFilesToRelease } from './handlers/read-files-to-release.js';
import { ReadPortal } from './handlers/read-portal.js';
import { ReadReports } from './handlers/read-reports.js';
import { ReadStatistics } from './handlers/read-statistics.js';
import { RoundInFull } from './handlers/round-in-full.js';
import { ReadTrackRecord } from './handlers/read-track-record.js';
import { TabulateRound } from './handlers/tabulate-round.js';
import { FindIssued, VerifyHash } from './handlers/verify-hash.js';
import { PortalController } from './http/public.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { StatisticsController } from './http/statistics.controller.js';
import { MakeReport } from './jobs/make-report.job.js';
import { DetailsStore } from './store/details.store.js';
import { FileOwnersStore } from './store/file-owners.store.js';
import { FiguresStore } from './store/figures.store.js';
import { LateStore } from './store/late.store.js';
import { PortalStore } from './store/portal.store.js';
import { ReportStore } from './store/report.store.js';
import { RoundRowsStore } from './store/round-rows.store.js';
import { RoundStore } from './store/round.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Report]), IdentityModule, DocumentsModule, CallsModule, ApplicationsModule, ScoringModule, AwardsModule, MilestonesModule, OrganisationsModule, ProjectsModule, ContractsModule],
  controllers: [StatisticsController, ReportsController, PortalController],
  providers: [
    RoundStore, FileOwnersStore, ReadFilesToRelease, FiguresStore, DetailsStore, LateStore, RoundRowsStore, ReportStore, PortalStore, CountRounds, RoundInFull, ReadStatistics, ReadTrackRecord, GatheringDesk, GatherRound,
    PrintRound, TabulateRound, RecordReport, FinishReport, MakeReport, OrderReport, AskReport, ReadReports, ReadPortal, FindIssued, VerifyHash,
  ],
})
export class ReportingModule {}
