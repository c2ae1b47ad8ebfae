import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { ProjectsModule } from '#modules/projects';
import { Evaluation, Milestone } from './domain/milestone.js';
import { Rectification } from './domain/rectification.js';
import { Reliance, ReportReopening } from './domain/report-reopening.js';
import { DecideReport, RecordDecision } from './handlers/decide-report.js';
import { CheckReport, KeepReport, RecordReport } from './handlers/keep-report.js';
import { EvaluationSources, ReadEvaluations } from './handlers/read-evaluations.js';
import { ReadMilestones, ReportSurroundings } from './handlers/read-milestones.js';
import { FollowEvaluation, RecordEvaluation, WriteEvaluation } from './handlers/record-evaluation.js';
import { RemindOfRectificationDue, RemindOfReportDue } from './handlers/remind-before-due.js';
import { RemindOfReport, SendReminder } from './handlers/remind-of-report.js';
import { OrderRectification, PutRectificationOnRecord, TellOfOrder } from './handlers/order-rectification.js';
import { ReadRectifications, RectificationSurroundings } from './handlers/read-rectifications.js';
import { ReadReopenings } from './handlers/read-reopenings.js';
import { AskReportReopening, DecideReportReopening, RecordReportReopening, WhatRestsOnReport } from './handlers/reopen-report.js';
import { AnswerRectification, DecideRectification, RecordRectification, TellOfRectification } from './handlers/settle-rectification.js';
import { ReportParts } from './handlers/report-parts.js';
import { EvaluationsController } from './http/evaluations.controller.js';
import { RectificationsController } from './http/rectifications.controller.js';
import { ReportReopeningsController } from './http/reopenings.controller.js';
import { MilestonesController } from './http/milestones.controller.js';
import { RectificationReminders, ReportReminders } from './jobs/remind-before-due.job.js';
import { StartProjects } from './jobs/start-projects.task.js';
import { MilestonesFacade } from './milestones.facade.js';
import { WhenProjectIsContracted } from './reactions/when-project-is-contracted.js';
import { MilestoneCatalogue } from './store/milestone-catalogue.js';
import { MilestoneStore } from './store/milestone.store.js';
import { RectificationStore } from './store/rectification.store.js';
import { ReopeningStore } from './store/reopening.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Milestone, Evaluation, ReportReopening, Reliance, Rectification]), IdentityModule, DocumentsModule, CallsModule, ProjectsModule],
  controllers: [MilestonesController, ReportReopeningsController, EvaluationsController, RectificationsController],
  providers: [
    MilestoneStore, MilestoneCatalogue, ReportParts, ReportSurroundings, EvaluationSources, ReadEvaluations, CheckReport, RecordReport, KeepReport, RecordDecision, DecideReport, SendReminder, RemindOfReport, FollowEvaluation, WriteEvaluation, RecordEvaluation, ReadMilestones,
    ReopeningStore, WhatRestsOnReport, RecordReportReopening, AskReportReopening, DecideReportReopening, ReadReopenings,
    RectificationStore, TellOfOrder, PutRectificationOnRecord, OrderRectification, TellOfRectification, RecordRectification, AnswerRectification, DecideRectification, RectificationSurroundings, ReadRectifications,
    WhenProjectIsContracted, RemindOfReportDue, RemindOfRectificationDue, ReportReminders, RectificationReminders, StartProjects, MilestonesFacade,
  ],
  exports: [MilestonesFacade],
})
export class MilestonesModule {}
