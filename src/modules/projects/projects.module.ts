import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { AwardsModule } from '#modules/awards';
import { CallsModule } from '#modules/calls';
import { Project } from './domain/project.js';
import { MoveProject } from './handlers/move-project.js';
import { ArchiveProjects, MoveRound } from './handlers/move-round.js';
import { RecordProject } from './handlers/record-project.js';
import { ProjectsController } from './http/projects.controller.js';
import { ProjectsFacade } from './projects.facade.js';
import { OpenProject, ProjectSources } from './reactions/when-award-accepted.js';
import { ProjectStore } from './store/project.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Project]), CallsModule, ApplicationsModule, AwardsModule],
  controllers: [ProjectsController],
  providers: [ProjectStore, RecordProject, MoveProject, ArchiveProjects, MoveRound, ProjectSources, OpenProject, ProjectsFacade],
  exports: [ProjectsFacade],
})
export class ProjectsModule {}
