import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { ProjectsModule } from '#modules/projects';
import { Evaluation, Milestone } from './domain/milestone.js';
import { DecideReport, RecordDecision } from './handlers/decide-report.js';
import { CheckReport, KeepReport, RecordReport } from './handlers/keep-report.js';
import { EvaluationSources, ReadEvaluations } from './handlers/read-evaluations.js';
import { ReadMilestones, ReportSurroundings } from './handlers/read-milestones.js';
import { RecordEvaluation, WriteEvaluation } from './handlers/record-evaluation.js';
import { RemindOfReport, SendReminder } from './handlers/remind-of-report.js';
import { ReportParts } from './handlers/report-parts.js';
import { EvaluationsController } from './http/evaluations.controller.js';
import { MilestonesController } from './http/milestones.controller.js';
import { StartProjects } from './jobs/start-projects.task.js';
import { MilestonesFacade } from './milestones.facade.js';
import { WhenProjectIsContracted } from './reactions/when-project-is-contracted.js';
import { MilestoneCatalogue } from './store/milestone-catalogue.js';
import { MilestoneStore } from './store/milestone.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Milestone, Evaluation]), IdentityModule, DocumentsModule, CallsModule, ProjectsModule],
  controllers: [MilestonesController, EvaluationsController],
  providers: [
    MilestoneStore, MilestoneCatalogue, ReportParts, ReportSurroundings, EvaluationSources, ReadEvaluations, CheckReport, RecordReport, KeepReport, RecordDecision, DecideReport, SendReminder, RemindOfReport, WriteEvaluation, RecordEvaluation, ReadMilestones,
    WhenProjectIsContracted, StartProjects, MilestonesFacade,
  ],
  exports: [MilestonesFacade],
})
export class MilestonesModule {}
