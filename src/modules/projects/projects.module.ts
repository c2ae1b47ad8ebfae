import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { AwardsModule } from '#modules/awards';
import { CallsModule } from '#modules/calls';
import { IdentityModule } from '#modules/identity';
import { OrganisationsModule } from '#modules/organisations';
import { Project } from './domain/project.js';
import { MoveProject } from './handlers/move-project.js';
import { ArchiveProjects, MoveRound } from './handlers/move-round.js';
import { PlannedReach } from './handlers/planned-reach.js';
import { ProjectSurroundings, ReadProjects } from './handlers/read-projects.js';
import { ReadRound } from './handlers/read-round.js';
import { ProjectRoots, RecordProject } from './handlers/record-project.js';
import { ProjectsController, RoundsController } from './http/projects.controller.js';
import { ProjectsFacade } from './projects.facade.js';
import { OpenProject, ProjectSources } from './reactions/when-award-accepted.js';
import { ProjectCatalogue } from './store/project-catalogue.js';
import { TellResumption, TellSuspension, TellTermination, WriteToGrantee } from './reactions/tell-the-grantee.js';
import { ProjectStore } from './store/project.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Project]), IdentityModule, OrganisationsModule, CallsModule, ApplicationsModule, AwardsModule],
  controllers: [ProjectsController, RoundsController],
  providers: [ProjectStore, ProjectRoots, ProjectSurroundings, ProjectCatalogue, RecordProject, MoveProject, ArchiveProjects, MoveRound, ProjectSources, PlannedReach, ReadProjects, ReadRound, OpenProject, WriteToGrantee, TellSuspension, TellResumption, TellTermination, ProjectsFacade],
  exports: [ProjectsFacade],
})
export class ProjectsModule {}
