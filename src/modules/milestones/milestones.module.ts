import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { ProjectsModule } from '#modules/projects';
import { Evaluation, Milestone } from './domain/milestone.js';
import { DecideReport, RecordDecision } from './handlers/decide-report.js';
import { CheckReport, KeepReport, RecordReport } from './handlers/keep-report.js';
import { ReadMilestones } from './handlers/read-milestones.js';
import { RecordEvaluation, WriteEvaluation } from './handlers/record-evaluation.js';
import { EvaluationsController, MilestonesController } from './http/milestones.controller.js';
import { StartProjects } from './jobs/start-projects.task.js';
import { MilestonesFacade } from './milestones.facade.js';
import { WhenProjectIsContracted } from './reactions/when-project-is-contracted.js';
import { MilestoneStore } from './store/milestone.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Milestone, Evaluation]), DocumentsModule, CallsModule, ProjectsModule],
  controllers: [MilestonesController, EvaluationsController],
  providers: [
    MilestoneStore, CheckReport, RecordReport, KeepReport, RecordDecision, DecideReport, WriteEvaluation, RecordEvaluation, ReadMilestones,
    WhenProjectIsContracted, StartProjects, MilestonesFacade,
  ],
  exports: [MilestonesFacade],
})
export class MilestonesModule {}
